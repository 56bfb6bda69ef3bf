-- Violations: suppressed groups that show a number. Total: suppressed groups.
select count(*) filter (where shown > 0) as violations, count(*) as total
from (
    select num_nonnulls(n, n_missing, min, p10, p25, median, p75, p90, max, mean, weighted_mean, sd) as shown
    from staging.stg_peer_distribution
    where release_id = :release_id
      and suppressed_reason is not null
    union all
    select num_nonnulls(
            n, n_missing, missing_reason, p10, p25, median, median_low, median_high, p75, p90, iqr, mean, sd, share_zero
        )
    from staging.stg_metric_distribution
    where release_id = :release_id
      and suppressed_reason is not null
    union all
    select num_nonnulls(providers, providers_present)
    from staging.stg_adoption_summary
    where release_id = :release_id
      and suppressed_reason is not null
) as suppressed;
