-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Rows are compared whole, as jsonb: NULL equals NULL, and no column can be forgotten.

set constraints warehouse.dim_account_versions_do_not_overlap deferred;

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select version.*
    from warehouse.dim_account as version
    where version.valid_from <= :business_date
      and coalesce(version.valid_to, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_account as staged
          where staged.release_id = :release_id
            and staged.account_id = version.account_id
            and staged.organization_id = version.organization_id
            and to_jsonb(staged) - '{release_id}'::text[] = to_jsonb(version) - '{valid_from,valid_to}'::text[]
      )
),
kept_after as (
    insert into warehouse.dim_account (
        account_id, organization_id, platform, handle, display_name, status, evidence, valid_from, valid_to
    )
    select
        account_id, organization_id, platform, handle, display_name, status, evidence,
        ops.next_business_date(:business_date), valid_to
    from outdated
    where coalesce(valid_to, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.dim_account as version
    set valid_to = :business_date
    from outdated
    where version.account_id = outdated.account_id
      and version.organization_id = outdated.organization_id
      and version.valid_from = outdated.valid_from
      and version.valid_from < :business_date
)
delete from warehouse.dim_account as version
using outdated
where version.account_id = outdated.account_id
  and version.organization_id = outdated.organization_id
  and version.valid_from = outdated.valid_from
  and version.valid_from = :business_date;

-- 2. Put in what the night says and no version says yet.
insert into warehouse.dim_account (
    account_id, organization_id, platform, handle, display_name, status, evidence, valid_from, valid_to
)
select
    staged.account_id, staged.organization_id, staged.platform, staged.handle, staged.display_name,
    staged.status, staged.evidence,
    :business_date, ops.next_business_date(:business_date)
from staging.stg_account as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.dim_account as version
      where version.account_id = staged.account_id
        and version.organization_id = staged.organization_id
        and version.valid_from <= :business_date
        and coalesce(version.valid_to, 'infinity') > :business_date
  );

-- 3. Join it with the version that follows, where they say the same.
with following as (
    delete from warehouse.dim_account as following
    using warehouse.dim_account as version
    where following.valid_from = ops.next_business_date(:business_date)
      and version.account_id = following.account_id
      and version.organization_id = following.organization_id
      and version.valid_to = following.valid_from
      and to_jsonb(version) - '{valid_from,valid_to}'::text[] = to_jsonb(following) - '{valid_from,valid_to}'::text[]
    returning
        following.account_id, following.organization_id, following.valid_from, following.valid_to
)
update warehouse.dim_account as version
set valid_to = following.valid_to
from following
where version.account_id = following.account_id
  and version.organization_id = following.organization_id
  and version.valid_to = following.valid_from;

-- 4. Join it with the version that goes before, likewise.
with following as (
    delete from warehouse.dim_account as following
    using warehouse.dim_account as version
    where following.valid_from = :business_date
      and version.account_id = following.account_id
      and version.organization_id = following.organization_id
      and version.valid_to = following.valid_from
      and to_jsonb(version) - '{valid_from,valid_to}'::text[] = to_jsonb(following) - '{valid_from,valid_to}'::text[]
    returning
        following.account_id, following.organization_id, following.valid_from, following.valid_to
)
update warehouse.dim_account as version
set valid_to = following.valid_to
from following
where version.account_id = following.account_id
  and version.organization_id = following.organization_id
  and version.valid_to = following.valid_from;

set constraints warehouse.dim_account_versions_do_not_overlap immediate;
