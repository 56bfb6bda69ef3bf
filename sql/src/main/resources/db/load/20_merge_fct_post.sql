-- The newest night that contains a post says what it is, in whatever order nights are published. A night that is
-- published again without it withdraws it, unless another night contains it too.

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
    post_id, platform, account_id, kind, published_at, edited_at, permalink, language, reply_to_id,
    conversation_id, content_form, title, text, redactions, source_topics, duration_seconds, is_removed,
    first_seen_on, last_seen_on
)
select
    post_id, platform, account_id, kind, published_at, edited_at, permalink, language, reply_to_id,
    conversation_id, content_form, title, text, redactions, source_topics, duration_seconds, is_removed,
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
    kind = staged.kind,
    published_at = staged.published_at,
    edited_at = staged.edited_at,
    permalink = staged.permalink,
    language = staged.language,
    reply_to_id = staged.reply_to_id,
    conversation_id = staged.conversation_id,
    content_form = staged.content_form,
    title = staged.title,
    text = staged.text,
    redactions = staged.redactions,
    source_topics = staged.source_topics,
    duration_seconds = staged.duration_seconds,
    is_removed = staged.is_removed,
    last_seen_on = :business_date
from staging.stg_post as staged
where staged.release_id = :release_id
  and staged.post_id = post.post_id
  and (
      post.last_seen_on < :business_date
      or (
          post.last_seen_on = :business_date
          and (
              post.platform, post.account_id, post.kind, post.published_at, post.edited_at, post.permalink,
              post.language, post.reply_to_id, post.conversation_id, post.content_form, post.title, post.text,
              post.redactions, post.source_topics, post.duration_seconds, post.is_removed
          ) is distinct from (
              staged.platform, staged.account_id, staged.kind, staged.published_at, staged.edited_at,
              staged.permalink, staged.language, staged.reply_to_id, staged.conversation_id,
              staged.content_form, staged.title, staged.text, staged.redactions, staged.source_topics,
              staged.duration_seconds, staged.is_removed
          )
      )
  );
