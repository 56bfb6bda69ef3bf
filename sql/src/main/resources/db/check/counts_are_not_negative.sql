-- Violations: counts below zero. Total: known counts.
select count(*) filter (where count_value < 0) as violations, count(*) as total
from (
    select n as count_value from staging.stg_outcome where release_id = :release_id
    union all
    select beds from staging.stg_organization where release_id = :release_id
    union all
    select value from staging.stg_post_metric where release_id = :release_id
    union all
    select unnest(array[followers, following, posts, views_total, ratings, rating_hundredths])
    from staging.stg_account_day
    where release_id = :release_id
    union all
    select value from staging.stg_account_insight where release_id = :release_id
    union all
    select unnest(array[redactions, likes]) from staging.stg_interaction where release_id = :release_id
    union all
    select unnest(array[redactions, likes, comments, shares]) from staging.stg_discussion where release_id = :release_id
    union all
    select records from staging.stg_account_coverage where release_id = :release_id
    union all
    select redactions from staging.stg_post where release_id = :release_id
    union all
    select redactions from staging.stg_review where release_id = :release_id
    union all
    select unnest(array[accounts, posts_observed, views_observed, posts_with_views, posts_without_comments])
    from staging.stg_adoption
    where release_id = :release_id
) as counted
where count_value is not null;
