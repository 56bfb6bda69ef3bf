-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Columns are compared one by one, because jsonb would take seconds for a hundred thousand rows.

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select span.*
    from warehouse.fct_answerable_item as span
    where span.known_on <= :business_date
      and coalesce(span.known_until, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_answerable_item as staged
          where staged.release_id = :release_id
            and staged.item_id = span.item_id
            and staged.account_id = span.account_id
            and (
                staged.platform, staged.kind, staged.audience, staged.received_at, staged.first_reply_at,
                staged.taxonomy_version
            ) is not distinct from (
                span.platform, span.kind, span.audience, span.received_at, span.first_reply_at,
                span.taxonomy_version
            )
      )
),
kept_after as (
    insert into warehouse.fct_answerable_item (
        item_id, account_id, platform, kind, audience, received_at, first_reply_at, taxonomy_version,
        known_on, known_until
    )
    select
        item_id, account_id, platform, kind, audience, received_at, first_reply_at, taxonomy_version,
        ops.next_business_date(:business_date), known_until
    from outdated
    where coalesce(known_until, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.fct_answerable_item as span
    set known_until = :business_date
    from outdated
    where span.item_id = outdated.item_id
      and span.account_id = outdated.account_id
      and span.known_on = outdated.known_on
      and span.known_on < :business_date
)
delete from warehouse.fct_answerable_item as span
using outdated
where span.item_id = outdated.item_id
  and span.account_id = outdated.account_id
  and span.known_on = outdated.known_on
  and span.known_on = :business_date;

-- 2. Put in what the night says and no span says yet.
insert into warehouse.fct_answerable_item (
    item_id, account_id, platform, kind, audience, received_at, first_reply_at, taxonomy_version, known_on,
    known_until
)
select
    staged.item_id, staged.account_id, staged.platform, staged.kind, staged.audience, staged.received_at,
    staged.first_reply_at, staged.taxonomy_version, :business_date, ops.next_business_date(:business_date)
from staging.stg_answerable_item as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.fct_answerable_item as span
      where span.item_id = staged.item_id
        and span.account_id = staged.account_id
        and span.known_on <= :business_date
        and coalesce(span.known_until, 'infinity') > :business_date
  );

-- 3. Join it with the span that follows, where they say the same.
with following as (
    delete from warehouse.fct_answerable_item as following
    using warehouse.fct_answerable_item as span
    where following.known_on = ops.next_business_date(:business_date)
      and span.item_id = following.item_id
      and span.account_id = following.account_id
      and span.known_until = following.known_on
      and (
          span.platform, span.kind, span.audience, span.received_at, span.first_reply_at,
          span.taxonomy_version
      ) is not distinct from (
          following.platform, following.kind, following.audience, following.received_at,
          following.first_reply_at, following.taxonomy_version
      )
    returning
        following.item_id, following.account_id, following.known_on, following.known_until
)
update warehouse.fct_answerable_item as span
set known_until = following.known_until
from following
where span.item_id = following.item_id
  and span.account_id = following.account_id
  and span.known_until = following.known_on;

-- 4. Join it with the span that goes before, likewise.
with following as (
    delete from warehouse.fct_answerable_item as following
    using warehouse.fct_answerable_item as span
    where following.known_on = :business_date
      and span.item_id = following.item_id
      and span.account_id = following.account_id
      and span.known_until = following.known_on
      and (
          span.platform, span.kind, span.audience, span.received_at, span.first_reply_at,
          span.taxonomy_version
      ) is not distinct from (
          following.platform, following.kind, following.audience, following.received_at,
          following.first_reply_at, following.taxonomy_version
      )
    returning
        following.item_id, following.account_id, following.known_on, following.known_until
)
update warehouse.fct_answerable_item as span
set known_until = following.known_until
from following
where span.item_id = following.item_id
  and span.account_id = following.account_id
  and span.known_until = following.known_on;
