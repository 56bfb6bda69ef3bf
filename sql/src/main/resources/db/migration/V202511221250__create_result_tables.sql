-- The answers of each release, as the benchmark computed them.

create table warehouse.result_adoption (
    release_id text not null,
    organization_id text not null,
    platform text not null,
    evidence text not null,
    accounts bigint not null,
    posts_observed bigint not null,
    first_post_at timestamptz,
    last_post_at timestamptz,
    views_observed bigint,
    posts_with_views bigint not null,
    posts_without_comments bigint not null,
    constraint result_adoption_pkey primary key (release_id, organization_id, platform),
    constraint result_adoption_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_adoption is
    'One row per provider and platform with at least one known account, per release.';
comment on column warehouse.result_adoption.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_adoption.organization_id is 'Provider.';
comment on column warehouse.result_adoption.platform is 'Platform.';
comment on column warehouse.result_adoption.evidence is 'How sure it is that the account is the provider''s: CANDIDATE or VERIFIED, the surer of its accounts.';
comment on column warehouse.result_adoption.accounts is 'Known accounts of the provider on the platform.';
comment on column warehouse.result_adoption.posts_observed is 'Posts of those accounts that were observed; a sample where the source is one.';
comment on column warehouse.result_adoption.first_post_at is 'When the oldest observed post was published; NULL without posts.';
comment on column warehouse.result_adoption.last_post_at is 'When the newest observed post was published; NULL without posts.';
comment on column warehouse.result_adoption.views_observed is 'Views of the observed posts that report views; NULL where none does.';
comment on column warehouse.result_adoption.posts_with_views is 'Observed posts that report views.';
comment on column warehouse.result_adoption.posts_without_comments is 'Observed posts whose comments are switched off or hidden.';

create table warehouse.result_adoption_summary (
    release_id text not null,
    platform text not null,
    peer_dimension text not null,
    peer_group text not null,
    providers bigint,
    providers_present bigint,
    suppressed_reason text,
    constraint result_adoption_summary_pkey primary key (release_id, platform, peer_dimension, peer_group),
    constraint result_adoption_summary_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_adoption_summary is
    'One row per platform, peer dimension and peer group, per release.';
comment on column warehouse.result_adoption_summary.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_adoption_summary.platform is 'Platform.';
comment on column warehouse.result_adoption_summary.peer_dimension is 'What providers are grouped by: national, ownership, ownership_group, type, state or bed_band.';
comment on column warehouse.result_adoption_summary.peer_group is 'The group.';
comment on column warehouse.result_adoption_summary.providers is 'Providers in the group; NULL where suppressed.';
comment on column warehouse.result_adoption_summary.providers_present is 'Those with a known account; NULL where suppressed. The others are unknown, not absent.';
comment on column warehouse.result_adoption_summary.suppressed_reason is 'Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.';

create table warehouse.result_peer_distribution (
    release_id text not null,
    measure_id text not null,
    period_start date,
    period_end date,
    peer_dimension text not null,
    peer_group text not null,
    unit text not null,
    n bigint,
    n_missing bigint,
    min double precision,
    p10 double precision,
    p25 double precision,
    median double precision,
    p75 double precision,
    p90 double precision,
    max double precision,
    mean double precision,
    weighted_mean double precision,
    sd double precision,
    suppressed_reason text,
    definition_version text not null,
    constraint result_peer_distribution_grain unique nulls not distinct (
        release_id, measure_id, period_start, peer_dimension, peer_group
    ),
    constraint result_peer_distribution_release_fkey foreign key (release_id) references ops.release (release_id),
    constraint result_peer_distribution_measure_fkey foreign key (measure_id, definition_version)
        references warehouse.dim_measure (measure_id, version)
);

comment on table warehouse.result_peer_distribution is
    'One row per measure, period, peer dimension and peer group, per release.';
comment on column warehouse.result_peer_distribution.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_peer_distribution.measure_id is 'Measure.';
comment on column warehouse.result_peer_distribution.period_start is 'First day of the measurement period; NULL where the source does not say.';
comment on column warehouse.result_peer_distribution.period_end is 'Last day of the measurement period.';
comment on column warehouse.result_peer_distribution.peer_dimension is 'What providers are grouped by: national, ownership, ownership_group, type, state or bed_band.';
comment on column warehouse.result_peer_distribution.peer_group is 'The group.';
comment on column warehouse.result_peer_distribution.unit is 'Unit of the statistics.';
comment on column warehouse.result_peer_distribution.n is 'Providers with a value; NULL where suppressed.';
comment on column warehouse.result_peer_distribution.n_missing is 'Providers that the source lists without a value; NULL where suppressed.';
comment on column warehouse.result_peer_distribution.min is 'Smallest value.';
comment on column warehouse.result_peer_distribution.p10 is '10th percentile, type 7.';
comment on column warehouse.result_peer_distribution.p25 is '25th percentile, type 7.';
comment on column warehouse.result_peer_distribution.median is 'Median, type 7.';
comment on column warehouse.result_peer_distribution.p75 is '75th percentile, type 7.';
comment on column warehouse.result_peer_distribution.p90 is '90th percentile, type 7.';
comment on column warehouse.result_peer_distribution.max is 'Largest value.';
comment on column warehouse.result_peer_distribution.mean is 'Mean over providers, each counted once.';
comment on column warehouse.result_peer_distribution.weighted_mean is 'Mean weighted by n of the outcome; NULL where a provider''s n is not known.';
comment on column warehouse.result_peer_distribution.sd is 'Sample standard deviation.';
comment on column warehouse.result_peer_distribution.suppressed_reason is 'Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.';
comment on column warehouse.result_peer_distribution.definition_version is 'Version of the measure''s definition.';

create table warehouse.result_recommendation (
    release_id text not null,
    organization_id text not null,
    measure_id text not null,
    period_start date,
    period_end date,
    value double precision,
    n bigint,
    peer_group text,
    peers bigint,
    threshold double precision,
    is_recommended boolean,
    decision text not null,
    definition_version text not null,
    constraint result_recommendation_pkey primary key (release_id, organization_id, measure_id),
    constraint result_recommendation_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_recommendation is
    'One row per provider with a row in the recommend survey, per release.';
comment on column warehouse.result_recommendation.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_recommendation.organization_id is 'Provider.';
comment on column warehouse.result_recommendation.measure_id is 'Measure that decides.';
comment on column warehouse.result_recommendation.period_start is 'First day of the measurement period.';
comment on column warehouse.result_recommendation.period_end is 'Last day of the measurement period; NULL where the source does not say.';
comment on column warehouse.result_recommendation.value is 'Share of patients who would definitely recommend the provider, in percent.';
comment on column warehouse.result_recommendation.n is 'Completed surveys behind the value.';
comment on column warehouse.result_recommendation.peer_group is 'Group that the provider is compared with; NULL where it is not known.';
comment on column warehouse.result_recommendation.peers is 'Providers of that group with a value that counts; NULL where suppressed.';
comment on column warehouse.result_recommendation.threshold is '75th percentile of the group, type 7; NULL where the group is too small.';
comment on column warehouse.result_recommendation.is_recommended is 'Whether the value reaches the threshold; NULL where it cannot be told.';
comment on column warehouse.result_recommendation.decision is 'Why it can be told or cannot: DECIDED, NO_VALUE, TOO_FEW_SURVEYS, PEER_GROUP_UNKNOWN or TOO_FEW_PEERS.';
comment on column warehouse.result_recommendation.definition_version is 'Version of the rule.';
