-- Violations: counters observed before their post was published. Total: counters.
select count(*) filter (where post_metric.observed_at < post.published_at) as violations, count(*) as total
from staging.stg_post_metric as post_metric
join staging.stg_post as post
  on post.release_id = post_metric.release_id
    and post.post_id = post_metric.post_id
where post_metric.release_id = :release_id;
