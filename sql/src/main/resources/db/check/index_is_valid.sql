-- Violations: checks of the index that failed. Total: checks of the index that could be made.
select
    count(*) filter (where result = 'FAILED') as violations,
    count(*) filter (where result <> 'NOT_ENOUGH_DATA') as total
from staging.stg_index_validity
where release_id = :release_id;
