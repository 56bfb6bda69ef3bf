-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Columns are compared one by one, because jsonb would take seconds for a hundred thousand rows.

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select span.*
    from warehouse.fct_account_insight as span
    where span.known_on <= :business_date
      and coalesce(span.known_until, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_account_insight as staged
          where staged.release_id = :release_id
            and staged.account_id = span.account_id
            and staged.metric = span.metric
            and staged.day = span.day
            and (
                staged.zone, staged.platform, staged.observed_at, staged.value, staged.value_state,
                staged.value_precision, staged.value_definition
            ) is not distinct from (
                span.zone, span.platform, span.observed_at, span.value, span.value_state, span.value_precision,
                span.value_definition
            )
      )
),
kept_after as (
    insert into warehouse.fct_account_insight (
        account_id, metric, day, zone, platform, observed_at, value, value_state, value_precision,
        value_definition, known_on, known_until
    )
    select
        account_id, metric, day, zone, platform, observed_at, value, value_state, value_precision,
        value_definition,
        ops.next_business_date(:business_date), known_until
    from outdated
    where coalesce(known_until, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.fct_account_insight as span
    set known_until = :business_date
    from outdated
    where span.account_id = outdated.account_id
      and span.metric = outdated.metric
      and span.day = outdated.day
      and span.known_on = outdated.known_on
      and span.known_on < :business_date
)
delete from warehouse.fct_account_insight as span
using outdated
where span.account_id = outdated.account_id
  and span.metric = outdated.metric
  and span.day = outdated.day
  and span.known_on = outdated.known_on
  and span.known_on = :business_date;

-- 2. Put in what the night says and no span says yet.
insert into warehouse.fct_account_insight (
    account_id, metric, day, zone, platform, observed_at, value, value_state, value_precision, value_definition,
    known_on, known_until
)
select
    staged.account_id, staged.metric, staged.day, staged.zone, staged.platform, staged.observed_at,
    staged.value, staged.value_state, staged.value_precision, staged.value_definition,
    :business_date, ops.next_business_date(:business_date)
from staging.stg_account_insight as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.fct_account_insight as span
      where span.account_id = staged.account_id
        and span.metric = staged.metric
        and span.day = staged.day
        and span.known_on <= :business_date
        and coalesce(span.known_until, 'infinity') > :business_date
  );

-- 3. Join it with the span that follows, where they say the same.
with following as (
    delete from warehouse.fct_account_insight as following
    using warehouse.fct_account_insight as span
    where following.known_on = ops.next_business_date(:business_date)
      and span.account_id = following.account_id
      and span.metric = following.metric
      and span.day = following.day
      and span.known_until = following.known_on
      and (
          span.zone, span.platform, span.observed_at, span.value, span.value_state, span.value_precision,
          span.value_definition
      ) is not distinct from (
          following.zone, following.platform, following.observed_at, following.value, following.value_state,
          following.value_precision, following.value_definition
      )
    returning
        following.account_id, following.metric, following.day, following.known_on, following.known_until
)
update warehouse.fct_account_insight as span
set known_until = following.known_until
from following
where span.account_id = following.account_id
  and span.metric = following.metric
  and span.day = following.day
  and span.known_until = following.known_on;

-- 4. Join it with the span that goes before, likewise.
with following as (
    delete from warehouse.fct_account_insight as following
    using warehouse.fct_account_insight as span
    where following.known_on = :business_date
      and span.account_id = following.account_id
      and span.metric = following.metric
      and span.day = following.day
      and span.known_until = following.known_on
      and (
          span.zone, span.platform, span.observed_at, span.value, span.value_state, span.value_precision,
          span.value_definition
      ) is not distinct from (
          following.zone, following.platform, following.observed_at, following.value, following.value_state,
          following.value_precision, following.value_definition
      )
    returning
        following.account_id, following.metric, following.day, following.known_on, following.known_until
)
update warehouse.fct_account_insight as span
set known_until = following.known_until
from following
where span.account_id = following.account_id
  and span.metric = following.metric
  and span.day = following.day
  and span.known_until = following.known_on;
