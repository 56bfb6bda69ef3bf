-- Violations: outcomes of providers that the night does not list. Total: outcomes.
select
    count(*) filter (where organization.organization_id is null) as violations,
    count(*) as total
from staging.stg_outcome as outcome
left join staging.stg_organization as organization
  on organization.release_id = outcome.release_id
    and organization.organization_id = outcome.organization_id
where outcome.release_id = :release_id;
