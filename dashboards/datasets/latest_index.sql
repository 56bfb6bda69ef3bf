-- How integrated each provider is in the newest period, and its cohorts.
select
    organization_id, period_start, period_end, state, cohort, member_since, dialogue_cohort, peer_stratum,
    presence, cadence, dialogue, breadth, index_absolute, rolling_index, rolling_percentile, is_inherited, definition_version
from mart.latest_index
order by organization_id collate "C"
