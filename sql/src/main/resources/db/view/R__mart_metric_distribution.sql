drop view if exists mart.metric_distribution;

create view mart.metric_distribution as
select
    distribution.release_id,
    distribution.metric_id,
    distribution.platform,
    distribution.period_start,
    distribution.peer_dimension,
    distribution.peer_group,
    distribution.period_end,
    distribution.unit,
    distribution.n,
    distribution.n_missing,
    distribution.missing_reason,
    distribution.p10,
    distribution.p25,
    distribution.median,
    distribution.median_low,
    distribution.median_high,
    distribution.p75,
    distribution.p90,
    distribution.iqr,
    distribution.mean,
    distribution.sd,
    distribution.share_zero,
    distribution.suppressed_reason,
    distribution.definition_version
from ops.published_release as published
join warehouse.result_metric_distribution as distribution using (release_id);

comment on view mart.metric_distribution is
    'Question 3: how a metric is distributed over the providers of a peer group: one row per metric, '
    'platform, period, peer dimension and peer group. Of the published release.';
comment on column mart.metric_distribution.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.metric_distribution.metric_id is 'Metric of config/metrics.';
comment on column mart.metric_distribution.platform is 'Platform; all where a metric spans platforms.';
comment on column mart.metric_distribution.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column mart.metric_distribution.peer_dimension is 'What providers are grouped by: national, ownership_group or bed_band.';
comment on column mart.metric_distribution.peer_group is 'The group.';
comment on column mart.metric_distribution.period_end is 'Last day of the period, a Sunday.';
comment on column mart.metric_distribution.unit is 'Unit of the statistics.';
comment on column mart.metric_distribution.n is 'Providers with a value; NULL where suppressed.';
comment on column mart.metric_distribution.n_missing is 'Providers with a row in provider_metric and without a value; NULL where suppressed.';
comment on column mart.metric_distribution.missing_reason is 'Most frequent reason of missing values, as the state in provider_metric; NULL where none is missing or fewer than the minimum share it.';
comment on column mart.metric_distribution.p10 is '10th percentile, type 7; NULL below 30 providers.';
comment on column mart.metric_distribution.p25 is '25th percentile, type 7; NULL below 20 providers.';
comment on column mart.metric_distribution.median is 'Median, type 7.';
comment on column mart.metric_distribution.median_low is 'Lower limit of the 95 % interval of the median, an order statistic.';
comment on column mart.metric_distribution.median_high is 'Upper limit of the 95 % interval of the median.';
comment on column mart.metric_distribution.p75 is '75th percentile, type 7; NULL below 20 providers.';
comment on column mart.metric_distribution.p90 is '90th percentile, type 7; NULL below 30 providers.';
comment on column mart.metric_distribution.iqr is 'Distance of the quartiles; NULL below 20 providers.';
comment on column mart.metric_distribution.mean is 'Mean over providers, each counted once.';
comment on column mart.metric_distribution.sd is 'Sample standard deviation.';
comment on column mart.metric_distribution.share_zero is 'Share of providers with the value 0, from 0 to 1; NULL where the zeros or the others are fewer than the minimum, but not none.';
comment on column mart.metric_distribution.suppressed_reason is 'Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.';
comment on column mart.metric_distribution.definition_version is 'Version of the metric''s definition.';
