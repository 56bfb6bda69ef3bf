-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Columns are compared one by one, because jsonb would take seconds for a hundred thousand rows.

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select span.*
    from warehouse.fct_post_metric_at_age as span
    where span.known_on <= :business_date
      and coalesce(span.known_until, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_post_metric_at_age as staged
          where staged.release_id = :release_id
            and staged.post_id = span.post_id
            and staged.metric = span.metric
            and staged.age_days = span.age_days
            and (
                staged.platform, staged.observed_at, staged.value, staged.value_state, staged.capture,
                staged.definition
            ) is not distinct from (
                span.platform, span.observed_at, span.value, span.value_state, span.capture, span.definition
            )
      )
),
kept_after as (
    insert into warehouse.fct_post_metric_at_age (
        post_id, metric, age_days, platform, observed_at, value, value_state, capture, definition, known_on,
        known_until
    )
    select
        post_id, metric, age_days, platform, observed_at, value, value_state, capture, definition,
        ops.next_business_date(:business_date), known_until
    from outdated
    where coalesce(known_until, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.fct_post_metric_at_age as span
    set known_until = :business_date
    from outdated
    where span.post_id = outdated.post_id
      and span.metric = outdated.metric
      and span.age_days = outdated.age_days
      and span.known_on = outdated.known_on
      and span.known_on < :business_date
)
delete from warehouse.fct_post_metric_at_age as span
using outdated
where span.post_id = outdated.post_id
  and span.metric = outdated.metric
  and span.age_days = outdated.age_days
  and span.known_on = outdated.known_on
  and span.known_on = :business_date;

-- 2. Put in what the night says and no span says yet.
insert into warehouse.fct_post_metric_at_age (
    post_id, metric, age_days, platform, observed_at, value, value_state, capture, definition, known_on,
    known_until
)
select
    staged.post_id, staged.metric, staged.age_days, staged.platform, staged.observed_at, staged.value,
    staged.value_state, staged.capture, staged.definition, :business_date,
    ops.next_business_date(:business_date)
from staging.stg_post_metric_at_age as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.fct_post_metric_at_age as span
      where span.post_id = staged.post_id
        and span.metric = staged.metric
        and span.age_days = staged.age_days
        and span.known_on <= :business_date
        and coalesce(span.known_until, 'infinity') > :business_date
  );

-- 3. Join it with the span that follows, where they say the same.
with following as (
    delete from warehouse.fct_post_metric_at_age as following
    using warehouse.fct_post_metric_at_age as span
    where following.known_on = ops.next_business_date(:business_date)
      and span.post_id = following.post_id
      and span.metric = following.metric
      and span.age_days = following.age_days
      and span.known_until = following.known_on
      and (
          span.platform, span.observed_at, span.value, span.value_state, span.capture, span.definition
      ) is not distinct from (
          following.platform, following.observed_at, following.value, following.value_state,
          following.capture, following.definition
      )
    returning
        following.post_id, following.metric, following.age_days, following.known_on, following.known_until
)
update warehouse.fct_post_metric_at_age as span
set known_until = following.known_until
from following
where span.post_id = following.post_id
  and span.metric = following.metric
  and span.age_days = following.age_days
  and span.known_until = following.known_on;

-- 4. Join it with the span that goes before, likewise.
with following as (
    delete from warehouse.fct_post_metric_at_age as following
    using warehouse.fct_post_metric_at_age as span
    where following.known_on = :business_date
      and span.post_id = following.post_id
      and span.metric = following.metric
      and span.age_days = following.age_days
      and span.known_until = following.known_on
      and (
          span.platform, span.observed_at, span.value, span.value_state, span.capture, span.definition
      ) is not distinct from (
          following.platform, following.observed_at, following.value, following.value_state,
          following.capture, following.definition
      )
    returning
        following.post_id, following.metric, following.age_days, following.known_on, following.known_until
)
update warehouse.fct_post_metric_at_age as span
set known_until = following.known_until
from following
where span.post_id = following.post_id
  and span.metric = following.metric
  and span.age_days = following.age_days
  and span.known_until = following.known_on;
