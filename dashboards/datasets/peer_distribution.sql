-- How a measure is distributed over the providers of each peer group; statistics are null where a group is suppressed.
select
    measure_id, measure_title, unit, period_start, period_end, peer_dimension, peer_group,
    n, n_missing, min, p10, p25, median, p75, p90, max, mean, weighted_mean, sd, suppressed_reason, definition_version
from mart.peer_distribution
order by
    measure_id collate "C", period_start nulls first, period_end nulls first,
    peer_dimension collate "C", peer_group collate "C"
