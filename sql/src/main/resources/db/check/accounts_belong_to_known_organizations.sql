-- Violations: accounts of providers that the night does not list. Total: accounts.
select
    count(*) filter (where organization.organization_id is null) as violations,
    count(*) as total
from staging.stg_account as account
left join staging.stg_organization as organization
  on organization.release_id = account.release_id
    and organization.organization_id = account.organization_id
where account.release_id = :release_id;
