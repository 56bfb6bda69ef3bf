-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- The date of the source file counts: a new file is a new statement, even of the same value. Columns are
-- compared one by one, because jsonb would take seconds for a hundred thousand rows.

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select span.*
    from warehouse.fct_outcome as span
    where span.known_on <= :business_date
      and coalesce(span.known_until, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_outcome as staged
          where staged.release_id = :release_id
            and staged.organization_id = span.organization_id
            and staged.measure_id = span.measure_id
            and staged.period_start is not distinct from span.period_start
            and staged.source_id = span.source_id
            and (
                staged.period_end, staged.value, staged.value_state, staged.value_precision,
                staged.unit, staged.n, staged.n_state, staged.footnotes, staged.note,
                staged.definition_version, staged.source_as_of
            ) is not distinct from (
                span.period_end, span.value, span.value_state, span.value_precision, span.unit,
                span.n, span.n_state, span.footnotes, span.note, span.definition_version,
                span.source_as_of
            )
      )
),
kept_after as (
    insert into warehouse.fct_outcome (
        organization_id, measure_id, period_start, period_end, value, value_state, value_precision, unit, n,
        n_state, footnotes, note, definition_version, source_as_of, source_id, known_on, known_until
    )
    select
        organization_id, measure_id, period_start, period_end, value, value_state, value_precision, unit, n,
        n_state, footnotes, note, definition_version, source_as_of, source_id,
        ops.next_business_date(:business_date), known_until
    from outdated
    where coalesce(known_until, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.fct_outcome as span
    set known_until = :business_date
    from outdated
    where span.organization_id = outdated.organization_id
      and span.measure_id = outdated.measure_id
      and span.period_start is not distinct from outdated.period_start
      and span.source_id = outdated.source_id
      and span.known_on = outdated.known_on
      and span.known_on < :business_date
)
delete from warehouse.fct_outcome as span
using outdated
where span.organization_id = outdated.organization_id
  and span.measure_id = outdated.measure_id
  and span.period_start is not distinct from outdated.period_start
  and span.source_id = outdated.source_id
  and span.known_on = outdated.known_on
  and span.known_on = :business_date;

-- 2. Put in what the night says and no span says yet.
insert into warehouse.fct_outcome (
    organization_id, measure_id, period_start, period_end, value, value_state, value_precision, unit, n,
    n_state, footnotes, note, definition_version, source_as_of, source_id, known_on, known_until
)
select
    staged.organization_id, staged.measure_id, staged.period_start, staged.period_end, staged.value,
    staged.value_state, staged.value_precision, staged.unit, staged.n, staged.n_state, staged.footnotes,
    staged.note, staged.definition_version, staged.source_as_of, staged.source_id,
    :business_date, ops.next_business_date(:business_date)
from staging.stg_outcome as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.fct_outcome as span
      where span.organization_id = staged.organization_id
        and span.measure_id = staged.measure_id
        and span.period_start is not distinct from staged.period_start
        and span.source_id = staged.source_id
        and span.known_on <= :business_date
        and coalesce(span.known_until, 'infinity') > :business_date
  );

-- 3. Join it with the span that follows, where they say the same.
with following as (
    delete from warehouse.fct_outcome as following
    using warehouse.fct_outcome as span
    where following.known_on = ops.next_business_date(:business_date)
      and span.organization_id = following.organization_id
      and span.measure_id = following.measure_id
      and span.period_start is not distinct from following.period_start
      and span.source_id = following.source_id
      and span.known_until = following.known_on
      and (
          span.period_end, span.value, span.value_state, span.value_precision, span.unit, span.n,
          span.n_state, span.footnotes, span.note, span.definition_version, span.source_as_of
      ) is not distinct from (
          following.period_end, following.value, following.value_state, following.value_precision,
          following.unit, following.n, following.n_state, following.footnotes, following.note,
          following.definition_version, following.source_as_of
      )
    returning
        following.organization_id, following.measure_id, following.period_start, following.source_id,
        following.known_on, following.known_until
)
update warehouse.fct_outcome as span
set known_until = following.known_until
from following
where span.organization_id = following.organization_id
  and span.measure_id = following.measure_id
  and span.period_start is not distinct from following.period_start
  and span.source_id = following.source_id
  and span.known_until = following.known_on;

-- 4. Join it with the span that goes before, likewise.
with following as (
    delete from warehouse.fct_outcome as following
    using warehouse.fct_outcome as span
    where following.known_on = :business_date
      and span.organization_id = following.organization_id
      and span.measure_id = following.measure_id
      and span.period_start is not distinct from following.period_start
      and span.source_id = following.source_id
      and span.known_until = following.known_on
      and (
          span.period_end, span.value, span.value_state, span.value_precision, span.unit, span.n,
          span.n_state, span.footnotes, span.note, span.definition_version, span.source_as_of
      ) is not distinct from (
          following.period_end, following.value, following.value_state, following.value_precision,
          following.unit, following.n, following.n_state, following.footnotes, following.note,
          following.definition_version, following.source_as_of
      )
    returning
        following.organization_id, following.measure_id, following.period_start, following.source_id,
        following.known_on, following.known_until
)
update warehouse.fct_outcome as span
set known_until = following.known_until
from following
where span.organization_id = following.organization_id
  and span.measure_id = following.measure_id
  and span.period_start is not distinct from following.period_start
  and span.source_id = following.source_id
  and span.known_until = following.known_on;
