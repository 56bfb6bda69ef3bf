-- Violations: ratings outside of their scale, or without one; means of stars outside of 1 to 5. Total: ratings and means.
select count(*) filter (where is_within_scale is not true) as violations, count(*) as total
from (
    select
        case rating_scale
            when 'STARS_1_5' then rating between 1 and 5
            when 'RECOMMEND_YES_NO' then rating between 0 and 1
            else false
        end as is_within_scale
    from staging.stg_review
    where release_id = :release_id
      and num_nonnulls(rating, rating_scale) > 0
    union all
    select rating_hundredths between 100 and 500
    from staging.stg_account_day
    where release_id = :release_id
      and rating_hundredths is not null
) as rated;
