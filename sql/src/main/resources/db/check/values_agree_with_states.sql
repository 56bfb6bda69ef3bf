-- Violations: a value without the state REPORTED, or the state without a value. Total: values and their states.
select
    count(*) filter (where state is null or (state = 'REPORTED') <> has_value) as violations,
    count(*) as total
from (
    select value_state as state, value is not null as has_value
    from staging.stg_outcome
    where release_id = :release_id
    union all
    select n_state, n is not null from staging.stg_outcome where release_id = :release_id
    union all
    select value_state, value is not null from staging.stg_post_metric where release_id = :release_id
    union all
    select measure.state, measure.value is not null
    from staging.stg_account_day
    cross join lateral (
        values
        (followers_state, followers),
        (following_state, following),
        (posts_state, posts),
        (views_total_state, views_total),
        (ratings_state, ratings),
        (rating_hundredths_state, rating_hundredths)
    ) as measure (state, value)
    where release_id = :release_id
    union all
    select value_state, value is not null from staging.stg_account_insight where release_id = :release_id
    union all
    select likes_state, likes is not null from staging.stg_interaction where release_id = :release_id
    union all
    select measure.state, measure.value is not null
    from staging.stg_discussion
    cross join lateral (
        values
        (likes_state, likes),
        (comments_state, comments),
        (shares_state, shares)
    ) as measure (state, value)
    where release_id = :release_id
    union all
    select overall_rating_state, overall_rating is not null
    from staging.stg_organization
    where release_id = :release_id
    union all
    select criticality_state, criticality is not null from staging.stg_review where release_id = :release_id
) as measured;
