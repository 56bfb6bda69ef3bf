-- Violations: records of a reading that failed or is not offered. Total: such readings.
select
    count(*) filter (where records <> 0) as violations,
    count(*) as total
from staging.stg_account_coverage
where release_id = :release_id
  and state in ('FAILED', 'NOT_OFFERED');
