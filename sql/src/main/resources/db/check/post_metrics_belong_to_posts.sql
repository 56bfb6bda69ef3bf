-- Violations: counters of posts that are not staged. Total: counters.
select count(*) filter (where post.post_id is null) as violations, count(*) as total
from staging.stg_post_metric as post_metric
left join staging.stg_post as post
  on post.release_id = post_metric.release_id
    and post.post_id = post_metric.post_id
where post_metric.release_id = :release_id;
