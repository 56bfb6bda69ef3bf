-- How metrics are distributed among peers.

create unlogged table staging.stg_metric_distribution (
    release_id text not null,
    metric_id text,
    platform text,
    period_start date,
    peer_dimension text,
    peer_group text,
    period_end date,
    unit text,
    n bigint,
    n_missing bigint,
    missing_reason text,
    p10 double precision,
    p25 double precision,
    median double precision,
    median_low double precision,
    median_high double precision,
    p75 double precision,
    p90 double precision,
    iqr double precision,
    mean double precision,
    sd double precision,
    share_zero double precision,
    suppressed_reason text,
    definition_version text
);

comment on table staging.stg_metric_distribution is
    'One row per metric, platform, period, peer dimension and peer group, per release that is being '
    'published.';
comment on column staging.stg_metric_distribution.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_metric_distribution.metric_id is 'Metric of config/metrics.';
comment on column staging.stg_metric_distribution.platform is 'Platform; all where a metric spans platforms.';
comment on column staging.stg_metric_distribution.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column staging.stg_metric_distribution.peer_dimension is 'What providers are grouped by: national, ownership_group or bed_band.';
comment on column staging.stg_metric_distribution.peer_group is 'The group.';
comment on column staging.stg_metric_distribution.period_end is 'Last day of the period, a Sunday.';
comment on column staging.stg_metric_distribution.unit is 'Unit of the statistics.';
comment on column staging.stg_metric_distribution.n is 'Providers with a value; NULL where suppressed.';
comment on column staging.stg_metric_distribution.n_missing is 'Providers with a row in provider_metric and without a value; NULL where suppressed.';
comment on column staging.stg_metric_distribution.missing_reason is 'Most frequent reason of missing values, as the state in provider_metric; NULL where none is missing or fewer than the minimum share it.';
comment on column staging.stg_metric_distribution.p10 is '10th percentile, type 7; NULL below 30 providers.';
comment on column staging.stg_metric_distribution.p25 is '25th percentile, type 7; NULL below 20 providers.';
comment on column staging.stg_metric_distribution.median is 'Median, type 7.';
comment on column staging.stg_metric_distribution.median_low is 'Lower limit of the 95 % interval of the median, an order statistic.';
comment on column staging.stg_metric_distribution.median_high is 'Upper limit of the 95 % interval of the median.';
comment on column staging.stg_metric_distribution.p75 is '75th percentile, type 7; NULL below 20 providers.';
comment on column staging.stg_metric_distribution.p90 is '90th percentile, type 7; NULL below 30 providers.';
comment on column staging.stg_metric_distribution.iqr is 'Distance of the quartiles; NULL below 20 providers.';
comment on column staging.stg_metric_distribution.mean is 'Mean over providers, each counted once.';
comment on column staging.stg_metric_distribution.sd is 'Sample standard deviation.';
comment on column staging.stg_metric_distribution.share_zero is 'Share of providers with the value 0, from 0 to 1; NULL where the zeros or the others are fewer than the minimum, but not none.';
comment on column staging.stg_metric_distribution.suppressed_reason is 'Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.';
comment on column staging.stg_metric_distribution.definition_version is 'Version of the metric''s definition.';

create table warehouse.result_metric_distribution (
    release_id text not null,
    metric_id text not null,
    platform text not null,
    period_start date not null,
    peer_dimension text not null,
    peer_group text not null,
    period_end date not null,
    unit text not null,
    n bigint,
    n_missing bigint,
    missing_reason text,
    p10 double precision,
    p25 double precision,
    median double precision,
    median_low double precision,
    median_high double precision,
    p75 double precision,
    p90 double precision,
    iqr double precision,
    mean double precision,
    sd double precision,
    share_zero double precision,
    suppressed_reason text,
    definition_version text not null,
    constraint result_metric_distribution_pkey primary key (
        release_id, metric_id, platform, period_start, peer_dimension, peer_group
    ),
    constraint result_metric_distribution_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_metric_distribution is
    'One row per metric, platform, period, peer dimension and peer group, per release.';
comment on column warehouse.result_metric_distribution.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_metric_distribution.metric_id is 'Metric of config/metrics.';
comment on column warehouse.result_metric_distribution.platform is 'Platform; all where a metric spans platforms.';
comment on column warehouse.result_metric_distribution.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column warehouse.result_metric_distribution.peer_dimension is 'What providers are grouped by: national, ownership_group or bed_band.';
comment on column warehouse.result_metric_distribution.peer_group is 'The group.';
comment on column warehouse.result_metric_distribution.period_end is 'Last day of the period, a Sunday.';
comment on column warehouse.result_metric_distribution.unit is 'Unit of the statistics.';
comment on column warehouse.result_metric_distribution.n is 'Providers with a value; NULL where suppressed.';
comment on column warehouse.result_metric_distribution.n_missing is 'Providers with a row in provider_metric and without a value; NULL where suppressed.';
comment on column warehouse.result_metric_distribution.missing_reason is 'Most frequent reason of missing values, as the state in provider_metric; NULL where none is missing or fewer than the minimum share it.';
comment on column warehouse.result_metric_distribution.p10 is '10th percentile, type 7; NULL below 30 providers.';
comment on column warehouse.result_metric_distribution.p25 is '25th percentile, type 7; NULL below 20 providers.';
comment on column warehouse.result_metric_distribution.median is 'Median, type 7.';
comment on column warehouse.result_metric_distribution.median_low is 'Lower limit of the 95 % interval of the median, an order statistic.';
comment on column warehouse.result_metric_distribution.median_high is 'Upper limit of the 95 % interval of the median.';
comment on column warehouse.result_metric_distribution.p75 is '75th percentile, type 7; NULL below 20 providers.';
comment on column warehouse.result_metric_distribution.p90 is '90th percentile, type 7; NULL below 30 providers.';
comment on column warehouse.result_metric_distribution.iqr is 'Distance of the quartiles; NULL below 20 providers.';
comment on column warehouse.result_metric_distribution.mean is 'Mean over providers, each counted once.';
comment on column warehouse.result_metric_distribution.sd is 'Sample standard deviation.';
comment on column warehouse.result_metric_distribution.share_zero is 'Share of providers with the value 0, from 0 to 1; NULL where the zeros or the others are fewer than the minimum, but not none.';
comment on column warehouse.result_metric_distribution.suppressed_reason is 'Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.';
comment on column warehouse.result_metric_distribution.definition_version is 'Version of the metric''s definition.';
