-- Replaces the rows of the release.

delete from warehouse.result_peer_position
where release_id = :release_id;

insert into warehouse.result_peer_position (
    release_id, organization_id, measure_id, platform, period_start, period_end, peer_dimension, peer_group,
    value, n, ci_low, ci_high, peers, peer_median, percentile, shrunk_value, shrunk_low, shrunk_high,
    reliability, funnel, position, unit, definition_version
)
select
    release_id, organization_id, measure_id, platform, period_start, period_end, peer_dimension, peer_group,
    value, n, ci_low, ci_high, peers, peer_median, percentile, shrunk_value, shrunk_low, shrunk_high,
    reliability, funnel, position, unit, definition_version
from staging.stg_peer_position
where release_id = :release_id;
