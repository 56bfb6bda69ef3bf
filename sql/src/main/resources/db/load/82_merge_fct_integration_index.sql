-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Columns are compared one by one, because jsonb would take seconds for a hundred thousand rows.

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select span.*
    from warehouse.fct_integration_index as span
    where span.known_on <= :business_date
      and coalesce(span.known_until, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_integration_index as staged
          where staged.release_id = :release_id
            and staged.organization_id = span.organization_id
            and staged.period_start = span.period_start
            and (
                staged.period_end, staged.state, staged.peer_stratum, staged.presence, staged.cadence,
                staged.dialogue, staged.breadth, staged.pillars, staged.index_relative, staged.index_absolute,
                staged.rolling_index, staged.rolling_percentile, staged.rolling_dialogue,
                staged.dialogue_percentile, staged.is_inherited, staged.definition_version
            ) is not distinct from (
                span.period_end, span.state, span.peer_stratum, span.presence, span.cadence, span.dialogue,
                span.breadth, span.pillars, span.index_relative, span.index_absolute, span.rolling_index,
                span.rolling_percentile, span.rolling_dialogue, span.dialogue_percentile, span.is_inherited,
                span.definition_version
            )
      )
),
kept_after as (
    insert into warehouse.fct_integration_index (
        organization_id, period_start, period_end, state, peer_stratum, presence, cadence, dialogue, breadth,
        pillars, index_relative, index_absolute, rolling_index, rolling_percentile, rolling_dialogue,
        dialogue_percentile, is_inherited, definition_version, known_on, known_until
    )
    select
        organization_id, period_start, period_end, state, peer_stratum, presence, cadence, dialogue, breadth,
        pillars, index_relative, index_absolute, rolling_index, rolling_percentile, rolling_dialogue,
        dialogue_percentile, is_inherited, definition_version, ops.next_business_date(:business_date),
        known_until
    from outdated
    where coalesce(known_until, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.fct_integration_index as span
    set known_until = :business_date
    from outdated
    where span.organization_id = outdated.organization_id
      and span.period_start = outdated.period_start
      and span.known_on = outdated.known_on
      and span.known_on < :business_date
)
delete from warehouse.fct_integration_index as span
using outdated
where span.organization_id = outdated.organization_id
  and span.period_start = outdated.period_start
  and span.known_on = outdated.known_on
  and span.known_on = :business_date;

-- 2. Put in what the night says and no span says yet.
insert into warehouse.fct_integration_index (
    organization_id, period_start, period_end, state, peer_stratum, presence, cadence, dialogue, breadth,
    pillars, index_relative, index_absolute, rolling_index, rolling_percentile, rolling_dialogue,
    dialogue_percentile, is_inherited, definition_version, known_on, known_until
)
select
    staged.organization_id, staged.period_start, staged.period_end, staged.state, staged.peer_stratum,
    staged.presence, staged.cadence, staged.dialogue, staged.breadth, staged.pillars, staged.index_relative,
    staged.index_absolute, staged.rolling_index, staged.rolling_percentile, staged.rolling_dialogue,
    staged.dialogue_percentile, staged.is_inherited, staged.definition_version, :business_date,
    ops.next_business_date(:business_date)
from staging.stg_integration_index as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.fct_integration_index as span
      where span.organization_id = staged.organization_id
        and span.period_start = staged.period_start
        and span.known_on <= :business_date
        and coalesce(span.known_until, 'infinity') > :business_date
  );

-- 3. Join it with the span that follows, where they say the same.
with following as (
    delete from warehouse.fct_integration_index as following
    using warehouse.fct_integration_index as span
    where following.known_on = ops.next_business_date(:business_date)
      and span.organization_id = following.organization_id
      and span.period_start = following.period_start
      and span.known_until = following.known_on
      and (
          span.period_end, span.state, span.peer_stratum, span.presence, span.cadence, span.dialogue,
          span.breadth, span.pillars, span.index_relative, span.index_absolute, span.rolling_index,
          span.rolling_percentile, span.rolling_dialogue, span.dialogue_percentile, span.is_inherited,
          span.definition_version
      ) is not distinct from (
          following.period_end, following.state, following.peer_stratum, following.presence,
          following.cadence, following.dialogue, following.breadth, following.pillars,
          following.index_relative, following.index_absolute, following.rolling_index,
          following.rolling_percentile, following.rolling_dialogue, following.dialogue_percentile,
          following.is_inherited, following.definition_version
      )
    returning
        following.organization_id, following.period_start, following.known_on, following.known_until
)
update warehouse.fct_integration_index as span
set known_until = following.known_until
from following
where span.organization_id = following.organization_id
  and span.period_start = following.period_start
  and span.known_until = following.known_on;

-- 4. Join it with the span that goes before, likewise.
with following as (
    delete from warehouse.fct_integration_index as following
    using warehouse.fct_integration_index as span
    where following.known_on = :business_date
      and span.organization_id = following.organization_id
      and span.period_start = following.period_start
      and span.known_until = following.known_on
      and (
          span.period_end, span.state, span.peer_stratum, span.presence, span.cadence, span.dialogue,
          span.breadth, span.pillars, span.index_relative, span.index_absolute, span.rolling_index,
          span.rolling_percentile, span.rolling_dialogue, span.dialogue_percentile, span.is_inherited,
          span.definition_version
      ) is not distinct from (
          following.period_end, following.state, following.peer_stratum, following.presence,
          following.cadence, following.dialogue, following.breadth, following.pillars,
          following.index_relative, following.index_absolute, following.rolling_index,
          following.rolling_percentile, following.rolling_dialogue, following.dialogue_percentile,
          following.is_inherited, following.definition_version
      )
    returning
        following.organization_id, following.period_start, following.known_on, following.known_until
)
update warehouse.fct_integration_index as span
set known_until = following.known_until
from following
where span.organization_id = following.organization_id
  and span.period_start = following.period_start
  and span.known_until = following.known_on;
