-- Violations: providers whose number of accounts differs between the curated and the mart table. Total: providers.
select
    count(*) filter (where adoption.accounts is distinct from linked.accounts) as violations,
    count(*) as total
from (
    select organization_id, platform, count(*) as accounts
    from staging.stg_account
    where release_id = :release_id
    group by organization_id, platform
) as linked
full join (
    select organization_id, platform, accounts
    from staging.stg_adoption
    where release_id = :release_id
) as adoption using (organization_id, platform);
