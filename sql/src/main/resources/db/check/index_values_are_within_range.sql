-- Violations: index rows outside their range, or a value where the state says that there is none. Total: index rows.
select
    count(*) filter (
        where index_relative not between 0 and 100
           or index_absolute not between 0 and 100
           or rolling_index not between 0 and 100
           or rolling_percentile not between 0 and 1
           or dialogue_percentile not between 0 and 1
           or (state = 'COMPUTED') is distinct from (index_relative is not null)
    ) as violations,
    count(*) as total
from staging.stg_integration_index
where release_id = :release_id;
