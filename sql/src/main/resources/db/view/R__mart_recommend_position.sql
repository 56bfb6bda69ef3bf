drop view if exists mart.recommend_position;

create view mart.recommend_position as
select
    published.release_id,
    position.organization_id,
    position.measure_id,
    position.period_start,
    position.period_end,
    position.peer_group,
    position.value,
    position.n,
    position.ci_low,
    position.ci_high,
    position.peers,
    position.peer_median,
    position.shrunk_value,
    position.shrunk_low,
    position.shrunk_high,
    position.reliability,
    position.funnel,
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
      and each.measure_id in (
          select recommendation.measure_id
          from warehouse.result_recommendation as recommendation
          where recommendation.release_id = published.release_id
      )
) as position
where position.age = 1;

comment on view mart.recommend_position is
    'Question 9: how recommended a provider is for the number of its surveys, among the providers of its bed class, '
    'in the newest period: one row per provider. Of the published release.';
comment on column mart.recommend_position.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.recommend_position.organization_id is 'Provider.';
comment on column mart.recommend_position.measure_id is 'Metric or measure.';
comment on column mart.recommend_position.period_start is 'First day of the newest period of the measure; NULL where the source does not say.';
comment on column mart.recommend_position.period_end is 'Last day of the newest period of the measure.';
comment on column mart.recommend_position.peer_group is 'Peers: the bed class, as in the recommended category.';
comment on column mart.recommend_position.value is 'Value of the provider.';
comment on column mart.recommend_position.n is 'Surveys, posts or items behind the value.';
comment on column mart.recommend_position.ci_low is 'Lower limit of the 95 % interval of the value.';
comment on column mart.recommend_position.ci_high is 'Upper limit of the 95 % interval of the value.';
comment on column mart.recommend_position.peers is 'Providers of the group with a value; NULL where suppressed.';
comment on column mart.recommend_position.peer_median is 'Median of the group.';
comment on column mart.recommend_position.shrunk_value is 'Value pulled towards the group as far as its n is small: for ranking only.';
comment on column mart.recommend_position.shrunk_low is 'Lower limit of its 95 % interval.';
comment on column mart.recommend_position.shrunk_high is 'Upper limit of its 95 % interval.';
comment on column mart.recommend_position.reliability is 'Share of the variation that is between providers, 0 to 1.';
comment on column mart.recommend_position.funnel is 'WITHIN, OUTSIDE_95 or OUTSIDE_998 of what chance gives around the group.';
comment on column mart.recommend_position.position is 'ABOVE, TYPICAL, BELOW, NOT_DISTINGUISHABLE, NOT_ENOUGH_DATA or SUPPRESSED.';
comment on column mart.recommend_position.unit is 'Unit of the value.';
comment on column mart.recommend_position.definition_version is 'Version of the definition.';
