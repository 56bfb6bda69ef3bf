-- Replaces the rows of the release.

delete from warehouse.result_peer_distribution
where release_id = :release_id;

insert into warehouse.result_peer_distribution (
    release_id, measure_id, period_start, period_end, peer_dimension, peer_group, unit, n, n_missing, min, p10,
    p25, median, p75, p90, max, mean, weighted_mean, sd, suppressed_reason, definition_version
)
select
    release_id, measure_id, period_start, period_end, peer_dimension, peer_group, unit, n, n_missing, min, p10,
    p25, median, p75, p90, max, mean, weighted_mean, sd, suppressed_reason, definition_version
from staging.stg_peer_distribution
where release_id = :release_id;
