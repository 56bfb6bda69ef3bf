-- Violations: coverage that is not complete and does not say why, or is complete and gives a reason. Total: coverage that had
-- something to read.
select
    count(*) filter (where (state = 'COMPLETE') <> (reason is null)) as violations,
    count(*) as total
from staging.stg_account_coverage
where release_id = :release_id
  and state <> 'NOT_DUE';
