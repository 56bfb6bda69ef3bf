-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Columns are compared one by one, because jsonb would take seconds for a hundred thousand rows.

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select span.*
    from warehouse.fct_index_component as span
    where span.known_on <= :business_date
      and coalesce(span.known_until, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_index_component as staged
          where staged.release_id = :release_id
            and staged.organization_id = span.organization_id
            and staged.period_start = span.period_start
            and staged.component = span.component
            and (
                staged.pillar, staged.period_end, staged.value, staged.state, staged.peer_stratum,
                staged.peers, staged.mid_percentile, staged.baseline_percentile, staged.is_without_variance,
                staged.definition_version
            ) is not distinct from (
                span.pillar, span.period_end, span.value, span.state, span.peer_stratum, span.peers,
                span.mid_percentile, span.baseline_percentile, span.is_without_variance,
                span.definition_version
            )
      )
),
kept_after as (
    insert into warehouse.fct_index_component (
        organization_id, period_start, component, pillar, period_end, value, state, peer_stratum, peers,
        mid_percentile, baseline_percentile, is_without_variance, definition_version, known_on, known_until
    )
    select
        organization_id, period_start, component, pillar, period_end, value, state, peer_stratum, peers,
        mid_percentile, baseline_percentile, is_without_variance, definition_version,
        ops.next_business_date(:business_date), known_until
    from outdated
    where coalesce(known_until, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.fct_index_component as span
    set known_until = :business_date
    from outdated
    where span.organization_id = outdated.organization_id
      and span.period_start = outdated.period_start
      and span.component = outdated.component
      and span.known_on = outdated.known_on
      and span.known_on < :business_date
)
delete from warehouse.fct_index_component as span
using outdated
where span.organization_id = outdated.organization_id
  and span.period_start = outdated.period_start
  and span.component = outdated.component
  and span.known_on = outdated.known_on
  and span.known_on = :business_date;

-- 2. Put in what the night says and no span says yet.
insert into warehouse.fct_index_component (
    organization_id, period_start, component, pillar, period_end, value, state, peer_stratum, peers,
    mid_percentile, baseline_percentile, is_without_variance, definition_version, known_on, known_until
)
select
    staged.organization_id, staged.period_start, staged.component, staged.pillar, staged.period_end,
    staged.value, staged.state, staged.peer_stratum, staged.peers, staged.mid_percentile,
    staged.baseline_percentile, staged.is_without_variance, staged.definition_version, :business_date,
    ops.next_business_date(:business_date)
from staging.stg_index_component as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.fct_index_component as span
      where span.organization_id = staged.organization_id
        and span.period_start = staged.period_start
        and span.component = staged.component
        and span.known_on <= :business_date
        and coalesce(span.known_until, 'infinity') > :business_date
  );

-- 3. Join it with the span that follows, where they say the same.
with following as (
    delete from warehouse.fct_index_component as following
    using warehouse.fct_index_component as span
    where following.known_on = ops.next_business_date(:business_date)
      and span.organization_id = following.organization_id
      and span.period_start = following.period_start
      and span.component = following.component
      and span.known_until = following.known_on
      and (
          span.pillar, span.period_end, span.value, span.state, span.peer_stratum, span.peers,
          span.mid_percentile, span.baseline_percentile, span.is_without_variance, span.definition_version
      ) is not distinct from (
          following.pillar, following.period_end, following.value, following.state, following.peer_stratum,
          following.peers, following.mid_percentile, following.baseline_percentile,
          following.is_without_variance, following.definition_version
      )
    returning
        following.organization_id, following.period_start, following.component, following.known_on,
        following.known_until
)
update warehouse.fct_index_component as span
set known_until = following.known_until
from following
where span.organization_id = following.organization_id
  and span.period_start = following.period_start
  and span.component = following.component
  and span.known_until = following.known_on;

-- 4. Join it with the span that goes before, likewise.
with following as (
    delete from warehouse.fct_index_component as following
    using warehouse.fct_index_component as span
    where following.known_on = :business_date
      and span.organization_id = following.organization_id
      and span.period_start = following.period_start
      and span.component = following.component
      and span.known_until = following.known_on
      and (
          span.pillar, span.period_end, span.value, span.state, span.peer_stratum, span.peers,
          span.mid_percentile, span.baseline_percentile, span.is_without_variance, span.definition_version
      ) is not distinct from (
          following.pillar, following.period_end, following.value, following.state, following.peer_stratum,
          following.peers, following.mid_percentile, following.baseline_percentile,
          following.is_without_variance, following.definition_version
      )
    returning
        following.organization_id, following.period_start, following.component, following.known_on,
        following.known_until
)
update warehouse.fct_index_component as span
set known_until = following.known_until
from following
where span.organization_id = following.organization_id
  and span.period_start = following.period_start
  and span.component = following.component
  and span.known_until = following.known_on;
