-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Columns are compared one by one, because jsonb would take seconds for a hundred thousand rows.

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select span.*
    from warehouse.fct_cohort_membership as span
    where span.known_on <= :business_date
      and coalesce(span.known_until, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_cohort_membership as staged
          where staged.release_id = :release_id
            and staged.organization_id = span.organization_id
            and staged.exposure = span.exposure
            and staged.period_start = span.period_start
            and (
                staged.period_end, staged.cohort, staged.percentile, staged.member_since,
                staged.definition_version
            ) is not distinct from (
                span.period_end, span.cohort, span.percentile, span.member_since, span.definition_version
            )
      )
),
kept_after as (
    insert into warehouse.fct_cohort_membership (
        organization_id, exposure, period_start, period_end, cohort, percentile, member_since,
        definition_version, known_on, known_until
    )
    select
        organization_id, exposure, period_start, period_end, cohort, percentile, member_since,
        definition_version, ops.next_business_date(:business_date), known_until
    from outdated
    where coalesce(known_until, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.fct_cohort_membership as span
    set known_until = :business_date
    from outdated
    where span.organization_id = outdated.organization_id
      and span.exposure = outdated.exposure
      and span.period_start = outdated.period_start
      and span.known_on = outdated.known_on
      and span.known_on < :business_date
)
delete from warehouse.fct_cohort_membership as span
using outdated
where span.organization_id = outdated.organization_id
  and span.exposure = outdated.exposure
  and span.period_start = outdated.period_start
  and span.known_on = outdated.known_on
  and span.known_on = :business_date;

-- 2. Put in what the night says and no span says yet.
insert into warehouse.fct_cohort_membership (
    organization_id, exposure, period_start, period_end, cohort, percentile, member_since, definition_version,
    known_on, known_until
)
select
    staged.organization_id, staged.exposure, staged.period_start, staged.period_end, staged.cohort,
    staged.percentile, staged.member_since, staged.definition_version, :business_date,
    ops.next_business_date(:business_date)
from staging.stg_cohort_membership as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.fct_cohort_membership as span
      where span.organization_id = staged.organization_id
        and span.exposure = staged.exposure
        and span.period_start = staged.period_start
        and span.known_on <= :business_date
        and coalesce(span.known_until, 'infinity') > :business_date
  );

-- 3. Join it with the span that follows, where they say the same.
with following as (
    delete from warehouse.fct_cohort_membership as following
    using warehouse.fct_cohort_membership as span
    where following.known_on = ops.next_business_date(:business_date)
      and span.organization_id = following.organization_id
      and span.exposure = following.exposure
      and span.period_start = following.period_start
      and span.known_until = following.known_on
      and (
          span.period_end, span.cohort, span.percentile, span.member_since, span.definition_version
      ) is not distinct from (
          following.period_end, following.cohort, following.percentile, following.member_since,
          following.definition_version
      )
    returning
        following.organization_id, following.exposure, following.period_start, following.known_on,
        following.known_until
)
update warehouse.fct_cohort_membership as span
set known_until = following.known_until
from following
where span.organization_id = following.organization_id
  and span.exposure = following.exposure
  and span.period_start = following.period_start
  and span.known_until = following.known_on;

-- 4. Join it with the span that goes before, likewise.
with following as (
    delete from warehouse.fct_cohort_membership as following
    using warehouse.fct_cohort_membership as span
    where following.known_on = :business_date
      and span.organization_id = following.organization_id
      and span.exposure = following.exposure
      and span.period_start = following.period_start
      and span.known_until = following.known_on
      and (
          span.period_end, span.cohort, span.percentile, span.member_since, span.definition_version
      ) is not distinct from (
          following.period_end, following.cohort, following.percentile, following.member_since,
          following.definition_version
      )
    returning
        following.organization_id, following.exposure, following.period_start, following.known_on,
        following.known_until
)
update warehouse.fct_cohort_membership as span
set known_until = following.known_until
from following
where span.organization_id = following.organization_id
  and span.exposure = following.exposure
  and span.period_start = following.period_start
  and span.known_until = following.known_on;
