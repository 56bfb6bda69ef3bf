-- Violations: outcomes of providers that the night does not list. Total: outcomes.
select
    count(*) - count(*) filter (
        where organization_id in (select organization_id from staging.stg_organization where release_id = :release_id)
    ) as violations,
    count(*) as total
from staging.stg_outcome
where release_id = :release_id;
