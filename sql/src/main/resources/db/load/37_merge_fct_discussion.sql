-- The newest night that contains a discussion says what it is, in whatever order nights are published. A night that is
-- published again without it withdraws it, unless another night contains it too.

delete from warehouse.fct_discussion as discussion
where discussion.first_seen_on = :business_date
  and discussion.last_seen_on = :business_date
  and not exists (
      select
      from staging.stg_discussion as staged
      where staged.release_id = :release_id
        and staged.discussion_id = discussion.discussion_id
        and staged.search_id = discussion.search_id
  );

insert into warehouse.fct_discussion as discussion (
    discussion_id, search_id, platform, market, language, author_pseudonym, published_at, observed_at, text,
    redactions, likes, likes_state, likes_precision, likes_definition, comments, comments_state,
    comments_precision, comments_definition, shares, shares_state, shares_precision, shares_definition,
    first_seen_on, last_seen_on
)
select
    discussion_id, search_id, platform, market, language, author_pseudonym, published_at, observed_at, text,
    redactions, likes, likes_state, likes_precision, likes_definition, comments, comments_state,
    comments_precision, comments_definition, shares, shares_state, shares_precision, shares_definition,
    :business_date, :business_date
from staging.stg_discussion
where release_id = :release_id
on conflict on constraint fct_discussion_pkey do update
set first_seen_on = excluded.first_seen_on
where discussion.first_seen_on > excluded.first_seen_on;

update warehouse.fct_discussion as discussion
set
    platform = staged.platform,
    market = staged.market,
    language = staged.language,
    author_pseudonym = staged.author_pseudonym,
    published_at = staged.published_at,
    observed_at = staged.observed_at,
    text = staged.text,
    redactions = staged.redactions,
    likes = staged.likes,
    likes_state = staged.likes_state,
    likes_precision = staged.likes_precision,
    likes_definition = staged.likes_definition,
    comments = staged.comments,
    comments_state = staged.comments_state,
    comments_precision = staged.comments_precision,
    comments_definition = staged.comments_definition,
    shares = staged.shares,
    shares_state = staged.shares_state,
    shares_precision = staged.shares_precision,
    shares_definition = staged.shares_definition,
    last_seen_on = :business_date
from staging.stg_discussion as staged
where staged.release_id = :release_id
  and staged.discussion_id = discussion.discussion_id
  and staged.search_id = discussion.search_id
  and (
      discussion.last_seen_on < :business_date
      or (
          discussion.last_seen_on = :business_date
          and (
              discussion.platform, discussion.market, discussion.language, discussion.author_pseudonym,
              discussion.published_at, discussion.observed_at, discussion.text, discussion.redactions,
              discussion.likes, discussion.likes_state, discussion.likes_precision, discussion.likes_definition,
              discussion.comments, discussion.comments_state, discussion.comments_precision,
              discussion.comments_definition, discussion.shares, discussion.shares_state,
              discussion.shares_precision, discussion.shares_definition
          ) is distinct from (
              staged.platform, staged.market, staged.language, staged.author_pseudonym, staged.published_at,
              staged.observed_at, staged.text, staged.redactions, staged.likes, staged.likes_state,
              staged.likes_precision, staged.likes_definition, staged.comments, staged.comments_state,
              staged.comments_precision, staged.comments_definition, staged.shares, staged.shares_state,
              staged.shares_precision, staged.shares_definition
          )
      )
  );
