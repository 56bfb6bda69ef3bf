-- The newest night that contains a post says what it is, in whatever order nights are published. A night that is published
-- again without the post withdraws it, unless another night contains it too.

delete from warehouse.fct_post as post
where post.first_seen_on = :business_date
  and post.last_seen_on = :business_date
  and not exists (
      select
      from staging.stg_post as staged
      where staged.release_id = :release_id
        and staged.post_id = post.post_id
  );

insert into warehouse.fct_post as post (
    post_id, platform, account_id, published_at, title, text, redactions, source_topics, duration_seconds,
    first_seen_on, last_seen_on
)
select
    post_id, platform, account_id, published_at, title, text, redactions, source_topics, duration_seconds,
    :business_date, :business_date
from staging.stg_post
where release_id = :release_id
on conflict on constraint fct_post_pkey do update
set first_seen_on = excluded.first_seen_on
where post.first_seen_on > excluded.first_seen_on;

update warehouse.fct_post as post
set
    platform = staged.platform,
    account_id = staged.account_id,
    published_at = staged.published_at,
    title = staged.title,
    text = staged.text,
    redactions = staged.redactions,
    source_topics = staged.source_topics,
    duration_seconds = staged.duration_seconds,
    last_seen_on = :business_date
from staging.stg_post as staged
where staged.release_id = :release_id
  and staged.post_id = post.post_id
  and post.last_seen_on <= :business_date;
