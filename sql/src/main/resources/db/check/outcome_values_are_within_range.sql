-- Violations: values outside the range of their unit, or of an unknown unit. Total: reported values.
select
    count(*) filter (
        where case unit
            when 'top_box_pct' then value between 0 and 100
            when 'pct' then value between 0 and 100
            when 'linear_score' then value between 0 and 100
            when 'stars' then value between 1 and 5
            when 'points' then value between 0 and 1e6
            else false
        end is not true
    ) as violations,
    count(*) as total
from staging.stg_outcome
where release_id = :release_id
  and value is not null;
