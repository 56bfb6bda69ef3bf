drop view if exists mart.organization;

create view mart.organization as
select
    release.release_id,
    organization.organization_id,
    organization.registry,
    organization.facility_id,
    organization.name,
    organization.organization_type,
    organization.ownership,
    organization.ownership_group,
    organization.address,
    organization.city,
    organization.county,
    organization.state,
    organization.postal_code,
    organization.country,
    organization.phone,
    organization.has_emergency_services,
    organization.overall_rating,
    organization.overall_rating_state,
    organization.overall_rating_footnotes,
    organization.beds,
    organization.bed_band,
    organization.bed_match,
    organization.directory_id,
    organization.region,
    organization.time_zone,
    organization.system_id,
    organization.is_teaching,
    organization.is_rural,
    organization.valid_from,
    organization.valid_to
from ops.published_release as published
join ops.release as release using (release_id)
join warehouse.dim_organization as organization
  on organization.valid_from <= release.business_date
    and coalesce(organization.valid_to, 'infinity') > release.business_date;

comment on view mart.organization is
    'Providers of the published release, one row each, with their attributes on its business date.';
comment on column mart.organization.release_id is 'The published release.';
comment on column mart.organization.organization_id is 'Provider, unique across registries.';
comment on column mart.organization.registry is 'Registry that lists the provider.';
comment on column mart.organization.facility_id is 'Id within the registry, always text.';
comment on column mart.organization.name is 'Name as the registry spells it.';
comment on column mart.organization.organization_type is 'Kind of provider as the registry names it.';
comment on column mart.organization.ownership is 'Ownership as the registry names it.';
comment on column mart.organization.ownership_group is 'Ownership in three groups: FOR_PROFIT, NON_PROFIT, GOVERNMENT; NULL where it is not known.';
comment on column mart.organization.address is 'Street address.';
comment on column mart.organization.city is 'City or town.';
comment on column mart.organization.county is 'County or parish.';
comment on column mart.organization.state is 'State, province or region code.';
comment on column mart.organization.postal_code is 'Postal code, as text.';
comment on column mart.organization.country is 'ISO 3166 country code of two letters.';
comment on column mart.organization.phone is 'Telephone number of the provider.';
comment on column mart.organization.has_emergency_services is 'Whether it offers emergency services.';
comment on column mart.organization.overall_rating is 'Overall star rating by the registry, 1 to 5.';
comment on column mart.organization.overall_rating_state is 'Why the rating has a value or has none.';
comment on column mart.organization.overall_rating_footnotes is 'Footnote numbers beside the rating.';
comment on column mart.organization.beds is 'Beds, from the one facility that matches, else from a file that knows its number; NULL where bed_match says why.';
comment on column mart.organization.bed_band is 'Bed class, for example 100-199; NULL where beds is.';
comment on column mart.organization.bed_match is 'How beds were found: MATCHED or MATCHED_BY_NUMBER; or why not: AMBIGUOUS, NO_MATCH, MATCHED_WITHOUT_BEDS, NO_DIRECTORY.';
comment on column mart.organization.directory_id is 'Facility that beds were taken from.';
comment on column mart.organization.region is 'Region of the US Census: NORTHEAST, MIDWEST, SOUTH, WEST, or TERRITORIES; NULL where the state is in none.';
comment on column mart.organization.time_zone is 'IANA time zone of its state, of most people where it has several; NULL where it is not known.';
comment on column mart.organization.system_id is 'Health system, unique across sources; NULL where it belongs to none or that is not known.';
comment on column mart.organization.is_teaching is 'Whether it trains physicians; NULL where no source says.';
comment on column mart.organization.is_rural is 'Whether it lies in a rural area; NULL where no source says.';
comment on column mart.organization.valid_from is 'First business date on which this was so.';
comment on column mart.organization.valid_to is 'Business date from which it was so no longer; NULL while it still is.';
