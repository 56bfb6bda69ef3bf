-- Violations: interactions with accounts that no provider is linked to. Total: interactions.
select
    count(*) - count(*) filter (
        where account_id in (select account_id from staging.stg_account where release_id = :release_id)
    ) as violations,
    count(*) as total
from staging.stg_interaction
where release_id = :release_id;
