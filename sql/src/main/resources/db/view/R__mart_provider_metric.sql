drop view if exists mart.provider_metric;

create view mart.provider_metric as
select
    published.release_id,
    metric.organization_id,
    metric.platform,
    metric.metric_id,
    metric.period_start,
    metric.period_end,
    metric.numerator,
    metric.denominator,
    metric.value,
    metric.state,
    metric.items,
    metric.excluded,
    metric.unit,
    metric.definition_version
from ops.published_release as published
join ops.release as release using (release_id)
join warehouse.fct_provider_metric as metric
  on metric.known_on <= release.business_date
    and coalesce(metric.known_until, 'infinity') > release.business_date;

comment on view mart.provider_metric is
    'A metric of a provider in a period, with what it was computed from: one row per provider, platform, '
    'metric and period. Of the published release.';
comment on column mart.provider_metric.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.provider_metric.organization_id is 'Provider.';
comment on column mart.provider_metric.platform is 'Platform; all where a metric spans platforms.';
comment on column mart.provider_metric.metric_id is 'Metric of config/metrics.';
comment on column mart.provider_metric.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column mart.provider_metric.period_end is 'Last day of the period, a Sunday.';
comment on column mart.provider_metric.numerator is 'Numerator of the metric; NULL where it is not a ratio of sums.';
comment on column mart.provider_metric.denominator is 'Denominator of the metric; NULL where it is not a ratio of sums.';
comment on column mart.provider_metric.value is 'Value in the unit; NULL where the state says why.';
comment on column mart.provider_metric.state is 'Why the value is there or is not.';
comment on column mart.provider_metric.items is 'Posts, items or weeks behind the value; NULL where none could be counted.';
comment on column mart.provider_metric.excluded is 'Posts or items left out: immature, late or without the counter.';
comment on column mart.provider_metric.unit is 'Unit of the value.';
comment on column mart.provider_metric.definition_version is 'Version of the definition.';
