-- How recommended each provider is for the number of its surveys, among the providers of its bed class.
select
    organization_id, period_start, period_end, peer_group, value, n, ci_low, ci_high, peers, peer_median,
    shrunk_value, shrunk_low, shrunk_high, reliability, funnel, position, unit, definition_version
from mart.recommend_position
order by organization_id collate "C"
