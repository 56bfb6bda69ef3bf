-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Columns are compared one by one, because jsonb would take seconds for a hundred thousand rows.

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select span.*
    from warehouse.fct_post_tag as span
    where span.known_on <= :business_date
      and coalesce(span.known_until, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_post_tag as staged
          where staged.release_id = :release_id
            and staged.post_id = span.post_id
            and staged.scheme = span.scheme
            and staged.tag = span.tag
            and staged.taxonomy_version is not distinct from span.taxonomy_version
      )
),
kept_after as (
    insert into warehouse.fct_post_tag (
        post_id, scheme, tag, taxonomy_version, known_on, known_until
    )
    select
        post_id, scheme, tag, taxonomy_version, ops.next_business_date(:business_date), known_until
    from outdated
    where coalesce(known_until, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.fct_post_tag as span
    set known_until = :business_date
    from outdated
    where span.post_id = outdated.post_id
      and span.scheme = outdated.scheme
      and span.tag = outdated.tag
      and span.known_on = outdated.known_on
      and span.known_on < :business_date
)
delete from warehouse.fct_post_tag as span
using outdated
where span.post_id = outdated.post_id
  and span.scheme = outdated.scheme
  and span.tag = outdated.tag
  and span.known_on = outdated.known_on
  and span.known_on = :business_date;

-- 2. Put in what the night says and no span says yet.
insert into warehouse.fct_post_tag (
    post_id, scheme, tag, taxonomy_version, known_on, known_until
)
select
    staged.post_id, staged.scheme, staged.tag, staged.taxonomy_version, :business_date,
    ops.next_business_date(:business_date)
from staging.stg_post_tag as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.fct_post_tag as span
      where span.post_id = staged.post_id
        and span.scheme = staged.scheme
        and span.tag = staged.tag
        and span.known_on <= :business_date
        and coalesce(span.known_until, 'infinity') > :business_date
  );

-- 3. Join it with the span that follows, where they say the same.
with following as (
    delete from warehouse.fct_post_tag as following
    using warehouse.fct_post_tag as span
    where following.known_on = ops.next_business_date(:business_date)
      and span.post_id = following.post_id
      and span.scheme = following.scheme
      and span.tag = following.tag
      and span.known_until = following.known_on
      and span.taxonomy_version is not distinct from following.taxonomy_version
    returning
        following.post_id, following.scheme, following.tag, following.known_on, following.known_until
)
update warehouse.fct_post_tag as span
set known_until = following.known_until
from following
where span.post_id = following.post_id
  and span.scheme = following.scheme
  and span.tag = following.tag
  and span.known_until = following.known_on;

-- 4. Join it with the span that goes before, likewise.
with following as (
    delete from warehouse.fct_post_tag as following
    using warehouse.fct_post_tag as span
    where following.known_on = :business_date
      and span.post_id = following.post_id
      and span.scheme = following.scheme
      and span.tag = following.tag
      and span.known_until = following.known_on
      and span.taxonomy_version is not distinct from following.taxonomy_version
    returning
        following.post_id, following.scheme, following.tag, following.known_on, following.known_until
)
update warehouse.fct_post_tag as span
set known_until = following.known_until
from following
where span.post_id = following.post_id
  and span.scheme = following.scheme
  and span.tag = following.tag
  and span.known_until = following.known_on;
