-- Type 2 dimensions. A snapshot of business date D says what is true on [D, N), N being the next published business
-- date. Rows have no surrogate key: a sequence would differ after a transaction that was rolled back.

create extension if not exists btree_gist;

create table warehouse.dim_organization (
    organization_id text not null,
    registry text not null,
    facility_id text not null,
    name text not null,
    organization_type text,
    ownership text,
    ownership_group text,
    address text,
    city text,
    county text,
    state text,
    postal_code text,
    country text not null,
    phone text,
    has_emergency_services boolean,
    overall_rating integer,
    overall_rating_state text not null,
    overall_rating_footnotes text,
    beds integer,
    bed_band text,
    bed_match text not null,
    directory_id text,
    valid_from date not null,
    valid_to date,
    constraint dim_organization_pkey primary key (organization_id, valid_from),
    constraint dim_organization_valid_range check (valid_to > valid_from),
    constraint dim_organization_versions_do_not_overlap exclude using gist (
        organization_id with =, daterange(valid_from, valid_to) with &&
    ) deferrable initially immediate
);

comment on table warehouse.dim_organization is
    'One row per provider and period in which all of its attributes stayed the same. Every other column opens '
    'a new version when it changes, and absence from a night''s registries closes the last one. The date of the'
    ' registry file is no attribute: see ops.source_read.';
comment on column warehouse.dim_organization.organization_id is 'Provider, unique across registries.';
comment on column warehouse.dim_organization.registry is 'Registry that lists the provider.';
comment on column warehouse.dim_organization.facility_id is 'Id within the registry, always text.';
comment on column warehouse.dim_organization.name is 'Name as the registry spells it.';
comment on column warehouse.dim_organization.organization_type is 'Kind of provider as the registry names it.';
comment on column warehouse.dim_organization.ownership is 'Ownership as the registry names it.';
comment on column warehouse.dim_organization.ownership_group is 'Ownership in three groups: FOR_PROFIT, NON_PROFIT, GOVERNMENT; NULL where it is not known.';
comment on column warehouse.dim_organization.address is 'Street address.';
comment on column warehouse.dim_organization.city is 'City or town.';
comment on column warehouse.dim_organization.county is 'County or parish.';
comment on column warehouse.dim_organization.state is 'State, province or region code.';
comment on column warehouse.dim_organization.postal_code is 'Postal code, as text.';
comment on column warehouse.dim_organization.country is 'ISO 3166 country code of two letters.';
comment on column warehouse.dim_organization.phone is 'Telephone number of the provider.';
comment on column warehouse.dim_organization.has_emergency_services is 'Whether it offers emergency services.';
comment on column warehouse.dim_organization.overall_rating is 'Overall star rating by the registry, 1 to 5.';
comment on column warehouse.dim_organization.overall_rating_state is 'Why the rating has a value or has none.';
comment on column warehouse.dim_organization.overall_rating_footnotes is 'Footnote numbers beside the rating.';
comment on column warehouse.dim_organization.beds is 'Beds, from the one facility that matches; NULL where bed_match says why.';
comment on column warehouse.dim_organization.bed_band is 'Bed class, for example 100-199; NULL where beds is.';
comment on column warehouse.dim_organization.bed_match is 'How beds were found: MATCHED, AMBIGUOUS, NO_MATCH, MATCHED_WITHOUT_BEDS or NO_DIRECTORY.';
comment on column warehouse.dim_organization.directory_id is 'Facility that beds were taken from.';
comment on column warehouse.dim_organization.valid_from is 'First business date on which this was so.';
comment on column warehouse.dim_organization.valid_to is 'Business date from which it was so no longer; NULL while it still is.';

create table warehouse.dim_account (
    account_id text not null,
    organization_id text not null,
    platform text not null,
    display_name text not null,
    evidence text not null,
    valid_from date not null,
    valid_to date,
    constraint dim_account_pkey primary key (account_id, organization_id, valid_from),
    constraint dim_account_valid_range check (valid_to > valid_from),
    constraint dim_account_versions_do_not_overlap exclude using gist (
        account_id with =, organization_id with =, daterange(valid_from, valid_to) with &&
    ) deferrable initially immediate
);

comment on table warehouse.dim_account is
    'One row per account, provider and period in which all attributes stayed the same. Every other column '
    'opens a new version when it changes, and absence from a night''s crosswalk closes the last one. An account'
    ' may belong to several providers.';
comment on column warehouse.dim_account.account_id is 'Account, unique across platforms.';
comment on column warehouse.dim_account.organization_id is 'Provider that the account belongs to.';
comment on column warehouse.dim_account.platform is 'Platform of the account.';
comment on column warehouse.dim_account.display_name is 'Name of the account as the platform shows it.';
comment on column warehouse.dim_account.evidence is 'How sure the link is: CANDIDATE or VERIFIED.';
comment on column warehouse.dim_account.valid_from is 'First business date on which this was so.';
comment on column warehouse.dim_account.valid_to is 'Business date from which it was so no longer; NULL while it still is.';

create table warehouse.dim_measure (
    measure_id text not null,
    version text not null,
    title text not null,
    question text not null,
    numerator text not null,
    denominator text not null,
    unit text not null,
    direction text not null,
    constraint dim_measure_pkey primary key (measure_id, version)
);

comment on table warehouse.dim_measure is
    'One row per measure and version of its definition. Versions are never changed, only added.';
comment on column warehouse.dim_measure.measure_id is 'Measure, for example hcahps_recommend_top.';
comment on column warehouse.dim_measure.version is 'Version of the definition, written beside every result.';
comment on column warehouse.dim_measure.title is 'Short name for headings.';
comment on column warehouse.dim_measure.question is 'The question in plain words.';
comment on column warehouse.dim_measure.numerator is 'What is counted, or what the points are given for.';
comment on column warehouse.dim_measure.denominator is 'Out of what.';
comment on column warehouse.dim_measure.unit is 'Unit of the value: top_box_pct, pct, points, stars or linear_score.';
comment on column warehouse.dim_measure.direction is 'Whether more of it is better, as the configuration says.';
