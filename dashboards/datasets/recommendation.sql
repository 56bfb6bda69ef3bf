-- Whether each provider of the recommend survey is in the recommended category, and why it cannot be told where not.
select
    organization_id, organization_name, state, organization_type, ownership, ownership_group, bed_band,
    measure_id, period_start, period_end, value, n, peer_group, peers, threshold, is_recommended, decision,
    definition_version
from mart.recommendation
order by organization_id collate "C"
