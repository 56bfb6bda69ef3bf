-- Replaces the rows of the release.

delete from warehouse.result_adoption
where release_id = :release_id;

insert into warehouse.result_adoption (
    release_id, organization_id, platform, evidence, accounts, posts_observed, first_post_at, last_post_at,
    views_observed, posts_with_views, posts_without_comments
)
select
    release_id, organization_id, platform, evidence, accounts, posts_observed, first_post_at, last_post_at,
    views_observed, posts_with_views, posts_without_comments
from staging.stg_adoption
where release_id = :release_id;
