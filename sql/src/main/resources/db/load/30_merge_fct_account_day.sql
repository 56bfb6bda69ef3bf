-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Columns are compared one by one, because jsonb would take seconds for a hundred thousand rows.

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select span.*
    from warehouse.fct_account_day as span
    where span.known_on <= :business_date
      and coalesce(span.known_until, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_account_day as staged
          where staged.release_id = :release_id
            and staged.account_id = span.account_id
            and staged.observed_on = span.observed_on
            and (
                staged.platform, staged.observed_at, staged.status, staged.moved_to, staged.has_description,
                staged.has_website, staged.has_avatar, staged.is_verified, staged.has_phone, staged.has_address,
                staged.has_category, staged.followers, staged.followers_state, staged.followers_precision,
                staged.followers_definition, staged.following, staged.following_state,
                staged.following_precision, staged.following_definition, staged.posts, staged.posts_state,
                staged.posts_precision, staged.posts_definition, staged.views_total, staged.views_total_state,
                staged.views_total_precision, staged.views_total_definition, staged.ratings,
                staged.ratings_state, staged.ratings_precision, staged.ratings_definition,
                staged.rating_hundredths, staged.rating_hundredths_state, staged.rating_hundredths_precision,
                staged.rating_hundredths_definition
            ) is not distinct from (
                span.platform, span.observed_at, span.status, span.moved_to, span.has_description,
                span.has_website, span.has_avatar, span.is_verified, span.has_phone, span.has_address,
                span.has_category, span.followers, span.followers_state, span.followers_precision,
                span.followers_definition, span.following, span.following_state, span.following_precision,
                span.following_definition, span.posts, span.posts_state, span.posts_precision,
                span.posts_definition, span.views_total, span.views_total_state, span.views_total_precision,
                span.views_total_definition, span.ratings, span.ratings_state, span.ratings_precision,
                span.ratings_definition, span.rating_hundredths, span.rating_hundredths_state,
                span.rating_hundredths_precision, span.rating_hundredths_definition
            )
      )
),
kept_after as (
    insert into warehouse.fct_account_day (
        account_id, observed_on, platform, observed_at, status, moved_to, has_description, has_website,
        has_avatar, is_verified, has_phone, has_address, has_category, followers, followers_state,
        followers_precision, followers_definition, following, following_state, following_precision,
        following_definition, posts, posts_state, posts_precision, posts_definition, views_total,
        views_total_state, views_total_precision, views_total_definition, ratings, ratings_state,
        ratings_precision, ratings_definition, rating_hundredths, rating_hundredths_state,
        rating_hundredths_precision, rating_hundredths_definition, known_on, known_until
    )
    select
        account_id, observed_on, platform, observed_at, status, moved_to, has_description, has_website,
        has_avatar, is_verified, has_phone, has_address, has_category, followers, followers_state,
        followers_precision, followers_definition, following, following_state, following_precision,
        following_definition, posts, posts_state, posts_precision, posts_definition, views_total,
        views_total_state, views_total_precision, views_total_definition, ratings, ratings_state,
        ratings_precision, ratings_definition, rating_hundredths, rating_hundredths_state,
        rating_hundredths_precision, rating_hundredths_definition,
        ops.next_business_date(:business_date), known_until
    from outdated
    where coalesce(known_until, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.fct_account_day as span
    set known_until = :business_date
    from outdated
    where span.account_id = outdated.account_id
      and span.observed_on = outdated.observed_on
      and span.known_on = outdated.known_on
      and span.known_on < :business_date
)
delete from warehouse.fct_account_day as span
using outdated
where span.account_id = outdated.account_id
  and span.observed_on = outdated.observed_on
  and span.known_on = outdated.known_on
  and span.known_on = :business_date;

-- 2. Put in what the night says and no span says yet.
insert into warehouse.fct_account_day (
    account_id, observed_on, platform, observed_at, status, moved_to, has_description, has_website, has_avatar,
    is_verified, has_phone, has_address, has_category, followers, followers_state, followers_precision,
    followers_definition, following, following_state, following_precision, following_definition, posts,
    posts_state, posts_precision, posts_definition, views_total, views_total_state, views_total_precision,
    views_total_definition, ratings, ratings_state, ratings_precision, ratings_definition, rating_hundredths,
    rating_hundredths_state, rating_hundredths_precision, rating_hundredths_definition, known_on, known_until
)
select
    staged.account_id, staged.observed_on, staged.platform, staged.observed_at, staged.status, staged.moved_to,
    staged.has_description, staged.has_website, staged.has_avatar, staged.is_verified, staged.has_phone,
    staged.has_address, staged.has_category, staged.followers, staged.followers_state,
    staged.followers_precision, staged.followers_definition, staged.following, staged.following_state,
    staged.following_precision, staged.following_definition, staged.posts, staged.posts_state,
    staged.posts_precision, staged.posts_definition, staged.views_total, staged.views_total_state,
    staged.views_total_precision, staged.views_total_definition, staged.ratings, staged.ratings_state,
    staged.ratings_precision, staged.ratings_definition, staged.rating_hundredths,
    staged.rating_hundredths_state, staged.rating_hundredths_precision, staged.rating_hundredths_definition,
    :business_date, ops.next_business_date(:business_date)
from staging.stg_account_day as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.fct_account_day as span
      where span.account_id = staged.account_id
        and span.observed_on = staged.observed_on
        and span.known_on <= :business_date
        and coalesce(span.known_until, 'infinity') > :business_date
  );

-- 3. Join it with the span that follows, where they say the same.
with following as (
    delete from warehouse.fct_account_day as following
    using warehouse.fct_account_day as span
    where following.known_on = ops.next_business_date(:business_date)
      and span.account_id = following.account_id
      and span.observed_on = following.observed_on
      and span.known_until = following.known_on
      and (
          span.platform, span.observed_at, span.status, span.moved_to, span.has_description, span.has_website,
          span.has_avatar, span.is_verified, span.has_phone, span.has_address, span.has_category,
          span.followers, span.followers_state, span.followers_precision, span.followers_definition,
          span.following, span.following_state, span.following_precision, span.following_definition, span.posts,
          span.posts_state, span.posts_precision, span.posts_definition, span.views_total,
          span.views_total_state, span.views_total_precision, span.views_total_definition, span.ratings,
          span.ratings_state, span.ratings_precision, span.ratings_definition, span.rating_hundredths,
          span.rating_hundredths_state, span.rating_hundredths_precision, span.rating_hundredths_definition
      ) is not distinct from (
          following.platform, following.observed_at, following.status, following.moved_to,
          following.has_description, following.has_website, following.has_avatar, following.is_verified,
          following.has_phone, following.has_address, following.has_category, following.followers,
          following.followers_state, following.followers_precision, following.followers_definition,
          following.following, following.following_state, following.following_precision,
          following.following_definition, following.posts, following.posts_state, following.posts_precision,
          following.posts_definition, following.views_total, following.views_total_state,
          following.views_total_precision, following.views_total_definition, following.ratings,
          following.ratings_state, following.ratings_precision, following.ratings_definition,
          following.rating_hundredths, following.rating_hundredths_state, following.rating_hundredths_precision,
          following.rating_hundredths_definition
      )
    returning
        following.account_id, following.observed_on, following.known_on, following.known_until
)
update warehouse.fct_account_day as span
set known_until = following.known_until
from following
where span.account_id = following.account_id
  and span.observed_on = following.observed_on
  and span.known_until = following.known_on;

-- 4. Join it with the span that goes before, likewise.
with following as (
    delete from warehouse.fct_account_day as following
    using warehouse.fct_account_day as span
    where following.known_on = :business_date
      and span.account_id = following.account_id
      and span.observed_on = following.observed_on
      and span.known_until = following.known_on
      and (
          span.platform, span.observed_at, span.status, span.moved_to, span.has_description, span.has_website,
          span.has_avatar, span.is_verified, span.has_phone, span.has_address, span.has_category,
          span.followers, span.followers_state, span.followers_precision, span.followers_definition,
          span.following, span.following_state, span.following_precision, span.following_definition, span.posts,
          span.posts_state, span.posts_precision, span.posts_definition, span.views_total,
          span.views_total_state, span.views_total_precision, span.views_total_definition, span.ratings,
          span.ratings_state, span.ratings_precision, span.ratings_definition, span.rating_hundredths,
          span.rating_hundredths_state, span.rating_hundredths_precision, span.rating_hundredths_definition
      ) is not distinct from (
          following.platform, following.observed_at, following.status, following.moved_to,
          following.has_description, following.has_website, following.has_avatar, following.is_verified,
          following.has_phone, following.has_address, following.has_category, following.followers,
          following.followers_state, following.followers_precision, following.followers_definition,
          following.following, following.following_state, following.following_precision,
          following.following_definition, following.posts, following.posts_state, following.posts_precision,
          following.posts_definition, following.views_total, following.views_total_state,
          following.views_total_precision, following.views_total_definition, following.ratings,
          following.ratings_state, following.ratings_precision, following.ratings_definition,
          following.rating_hundredths, following.rating_hundredths_state, following.rating_hundredths_precision,
          following.rating_hundredths_definition
      )
    returning
        following.account_id, following.observed_on, following.known_on, following.known_until
)
update warehouse.fct_account_day as span
set known_until = following.known_until
from following
where span.account_id = following.account_id
  and span.observed_on = following.observed_on
  and span.known_until = following.known_on;
