-- Violations: 1 where no provider is staged. Total: 1.
select (count(*) = 0)::integer::bigint as violations, 1::bigint as total
from staging.stg_organization
where release_id = :release_id;
