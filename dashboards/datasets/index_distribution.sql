-- How the index and its pillars are spread over the providers of each peer stratum in the newest period.
select
    period_start, period_end, peer_stratum, subject, providers, p10, p25, median, p75, p90,
    suppressed_reason, definition_version
from mart.index_distribution
order by peer_stratum collate "C", subject collate "C"
