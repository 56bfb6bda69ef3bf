drop view if exists mart.peer_distribution;

create view mart.peer_distribution as
select
    distribution.release_id,
    distribution.measure_id,
    measure.title as measure_title,
    distribution.unit,
    distribution.period_start,
    distribution.period_end,
    distribution.peer_dimension,
    distribution.peer_group,
    distribution.n,
    distribution.n_missing,
    distribution.min,
    distribution.p10,
    distribution.p25,
    distribution.median,
    distribution.p75,
    distribution.p90,
    distribution.max,
    distribution.mean,
    distribution.weighted_mean,
    distribution.sd,
    distribution.suppressed_reason,
    distribution.definition_version
from ops.published_release as published
join warehouse.result_peer_distribution as distribution using (release_id)
join warehouse.dim_measure as measure
  on measure.measure_id = distribution.measure_id
    and measure.version = distribution.definition_version;

comment on view mart.peer_distribution is
    'How a measure is distributed over the providers of a peer group, one row per measure, period, peer '
    'dimension and peer group. Of the published release.';
comment on column mart.peer_distribution.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.peer_distribution.measure_id is 'Measure.';
comment on column mart.peer_distribution.measure_title is 'Short name of the measure.';
comment on column mart.peer_distribution.unit is 'Unit of the statistics.';
comment on column mart.peer_distribution.period_start is 'First day of the measurement period; NULL where the source does not say.';
comment on column mart.peer_distribution.period_end is 'Last day of the measurement period.';
comment on column mart.peer_distribution.peer_dimension is 'What providers are grouped by: national, ownership, ownership_group, type, state or bed_band.';
comment on column mart.peer_distribution.peer_group is 'The group.';
comment on column mart.peer_distribution.n is 'Providers with a value; NULL where suppressed.';
comment on column mart.peer_distribution.n_missing is 'Providers that the source lists without a value; NULL where suppressed.';
comment on column mart.peer_distribution.min is 'Smallest value.';
comment on column mart.peer_distribution.p10 is '10th percentile, type 7.';
comment on column mart.peer_distribution.p25 is '25th percentile, type 7.';
comment on column mart.peer_distribution.median is 'Median, type 7.';
comment on column mart.peer_distribution.p75 is '75th percentile, type 7.';
comment on column mart.peer_distribution.p90 is '90th percentile, type 7.';
comment on column mart.peer_distribution.max is 'Largest value.';
comment on column mart.peer_distribution.mean is 'Mean over providers, each counted once.';
comment on column mart.peer_distribution.weighted_mean is 'Mean weighted by n of the outcome; NULL where a provider''s n is not known.';
comment on column mart.peer_distribution.sd is 'Sample standard deviation.';
comment on column mart.peer_distribution.suppressed_reason is 'Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.';
comment on column mart.peer_distribution.definition_version is 'Version of the measure''s definition.';
