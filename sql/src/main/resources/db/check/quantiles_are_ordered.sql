-- Violations: distributions out of order, by more than a rounding error. Total: distributions with values.
select count(*) filter (where is_violated) as violations, count(*) as total
from (
    select
        num_nulls(min, p10, p25, median, p75, p90, max, mean) > 0
        or sd < 0
        or least(
            p10 - min, p25 - p10, median - p25, p75 - median, p90 - p75, max - p90,
            mean - min, max - mean, weighted_mean - min, max - weighted_mean
        ) < -1e-9 as is_violated
    from staging.stg_peer_distribution
    where release_id = :release_id
      and n > 0
    union all
    select
        num_nulls(median, mean) > 0
        or sd < 0
        or least(
            p25 - p10, median - p25, median - median_low, median_high - median, p75 - median, p90 - p75, iqr,
            share_zero, 1 - share_zero
        ) < -1e-9
    from staging.stg_metric_distribution
    where release_id = :release_id
      and n > 0
) as distributions;
