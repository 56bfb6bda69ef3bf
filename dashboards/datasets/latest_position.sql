-- Where each provider stands among the providers of its bed class; loaded only when a provider is looked at.
select
    organization_id, measure_id, platform, period_start, period_end, peer_group, value, n, ci_low, ci_high,
    peers, peer_median, percentile, position, unit, definition_version
from mart.latest_position
order by organization_id collate "C", measure_id collate "C", platform collate "C"
