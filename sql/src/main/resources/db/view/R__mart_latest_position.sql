drop view if exists mart.latest_position;

create view mart.latest_position as
select
    published.release_id,
    position.organization_id,
    position.measure_id,
    position.platform,
    position.period_start,
    position.period_end,
    position.peer_group,
    position.value,
    position.n,
    position.ci_low,
    position.ci_high,
    position.peers,
    position.peer_median,
    100 * position.percentile as percentile,
    position.position,
    position.unit,
    position.definition_version
from ops.published_release as published
cross join lateral (
    select
        each.*,
        rank() over (
            partition by each.measure_id, each.platform
            order by coalesce(each.period_end, each.period_start) desc nulls last, each.period_start desc nulls last
        ) as age
    from warehouse.result_peer_position as each
    where each.release_id = published.release_id
      and each.peer_dimension = 'bed_band'
) as position
where position.age = 1;

comment on view mart.latest_position is
    'Question 3: where a provider stands among the providers of its bed class in the newest period of each measure: '
    'one row per provider, measure and platform. Of the published release.';
comment on column mart.latest_position.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.latest_position.organization_id is 'Provider.';
comment on column mart.latest_position.measure_id is 'Metric or measure.';
comment on column mart.latest_position.platform is 'Platform; all where it has none.';
comment on column mart.latest_position.period_start is 'First day of the newest period of the measure; NULL where the source does not say.';
comment on column mart.latest_position.period_end is 'Last day of the newest period of the measure.';
comment on column mart.latest_position.peer_group is 'Peers: the bed class, as in the recommended category.';
comment on column mart.latest_position.value is 'Value of the provider.';
comment on column mart.latest_position.n is 'Surveys, posts or items behind the value.';
comment on column mart.latest_position.ci_low is 'Lower limit of the 95 % interval of the value.';
comment on column mart.latest_position.ci_high is 'Upper limit of the 95 % interval of the value.';
comment on column mart.latest_position.peers is 'Providers of the group with a value; NULL where suppressed.';
comment on column mart.latest_position.peer_median is 'Median of the group.';
comment on column mart.latest_position.percentile is 'Mid-percentile in the group, 0 to 100.';
comment on column mart.latest_position.position is 'ABOVE, TYPICAL, BELOW, NOT_DISTINGUISHABLE, NOT_ENOUGH_DATA or SUPPRESSED.';
comment on column mart.latest_position.unit is 'Unit of the value.';
comment on column mart.latest_position.definition_version is 'Version of the definition.';
