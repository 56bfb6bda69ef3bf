-- Violations: counters of posts that are not staged. Total: counters.
select
    count(*) - count(*) filter (
        where post_id in (select post_id from staging.stg_post where release_id = :release_id)
    ) as violations,
    count(*) as total
from staging.stg_post_metric
where release_id = :release_id;
