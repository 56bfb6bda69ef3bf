drop view if exists mart.peer_position;

create view mart.peer_position as
select
    position.release_id,
    position.organization_id,
    position.measure_id,
    position.platform,
    position.period_start,
    position.period_end,
    position.peer_dimension,
    position.peer_group,
    position.value,
    position.n,
    position.ci_low,
    position.ci_high,
    position.peers,
    position.peer_median,
    position.percentile,
    position.shrunk_value,
    position.shrunk_low,
    position.shrunk_high,
    position.reliability,
    position.funnel,
    position.position,
    position.unit,
    position.definition_version
from ops.published_release as published
join warehouse.result_peer_position as position using (release_id);

comment on view mart.peer_position is
    'Question 3: where a provider stands among its peers: one row per provider, measure, platform, period and '
    'peer group. Of the published release.';
comment on column mart.peer_position.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.peer_position.organization_id is 'Provider.';
comment on column mart.peer_position.measure_id is 'Metric or measure.';
comment on column mart.peer_position.platform is 'Platform; all where it has none.';
comment on column mart.peer_position.period_start is 'First day of the period; NULL where the source does not say.';
comment on column mart.peer_position.period_end is 'Last day of the period.';
comment on column mart.peer_position.peer_dimension is 'What providers are grouped by.';
comment on column mart.peer_position.peer_group is 'The group.';
comment on column mart.peer_position.value is
    'Value of the provider; NULL where too few people are behind it to be shown.';
comment on column mart.peer_position.n is 'Surveys, posts or items behind the value.';
comment on column mart.peer_position.ci_low is
    'Lower limit of the 95 % interval of the value; NULL where it is no share of counted cases.';
comment on column mart.peer_position.ci_high is 'Upper limit of the 95 % interval of the value.';
comment on column mart.peer_position.peers is 'Providers of the group with a value; NULL where suppressed.';
comment on column mart.peer_position.peer_median is 'Median of the group; NULL below 11 peers.';
comment on column mart.peer_position.percentile is 'Mid-percentile in the group, 0 to 1.';
comment on column mart.peer_position.shrunk_value is 'Value pulled towards the group as far as its n is small: for ranking only.';
comment on column mart.peer_position.shrunk_low is 'Lower limit of its 95 % interval.';
comment on column mart.peer_position.shrunk_high is 'Upper limit of its 95 % interval.';
comment on column mart.peer_position.reliability is 'Share of the variation that is between providers, 0 to 1.';
comment on column mart.peer_position.funnel is
    'WITHIN, OUTSIDE_95 or OUTSIDE_998 of what chance gives around the share of all cases of the group.';
comment on column mart.peer_position.position is
    'ABOVE or BELOW: the interval lies beyond a quartile of the group. NOT_DISTINGUISHABLE: it holds the median. '
    'TYPICAL: neither. NOT_ENOUGH_DATA: no interval, or below 20 peers. Or SUPPRESSED.';
comment on column mart.peer_position.unit is 'Unit of the value.';
comment on column mart.peer_position.definition_version is 'Version of the definition.';
