-- Replaces the rows of the release.

delete from warehouse.result_metric_distribution
where release_id = :release_id;

insert into warehouse.result_metric_distribution (
    release_id, metric_id, platform, period_start, peer_dimension, peer_group, period_end, unit, n, n_missing,
    missing_reason, p10, p25, median, median_low, median_high, p75, p90, iqr, mean, sd, share_zero,
    suppressed_reason, definition_version
)
select
    release_id, metric_id, platform, period_start, peer_dimension, peer_group, period_end, unit, n, n_missing,
    missing_reason, p10, p25, median, median_low, median_high, p75, p90, iqr, mean, sd, share_zero,
    suppressed_reason, definition_version
from staging.stg_metric_distribution
where release_id = :release_id;
