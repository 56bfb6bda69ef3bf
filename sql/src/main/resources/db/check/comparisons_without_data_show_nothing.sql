-- Violations: comparisons that are not shown but hold a number, or are shown without an estimate. Total: comparisons.
select
    count(*) filter (
        where (
            state <> 'SHOWN'
            and num_nonnulls(
                estimate, ci_low, ci_high, standard_error, p_value, q_value, high, low, e_value, e_value_limit
            ) > 0
        )
           or (state <> 'SHOWN' and reason is null)
           or (state = 'SHOWN' and estimate is null and p_value is null)
    ) as violations,
    count(*) as total
from staging.stg_cohort_comparison
where release_id = :release_id;
