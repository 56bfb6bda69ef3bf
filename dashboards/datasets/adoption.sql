-- Providers with a known account, one row per platform.
select
    organization_id, organization_name, state, platform, evidence, accounts,
    posts_observed, first_post_at, last_post_at, views_observed, posts_with_views, posts_without_comments
from mart.adoption
order by organization_id collate "C", platform collate "C"
