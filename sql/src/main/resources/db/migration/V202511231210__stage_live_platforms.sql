-- Staging follows the contract: accounts, posts and reviews have the columns of live platforms, and there are interactions,
-- discussions, insights and coverage. It holds nothing between two publications, so tables that changed are made again.

drop table staging.stg_account;

create unlogged table staging.stg_account (
    release_id text not null,
    account_id text,
    organization_id text,
    platform text,
    handle text,
    display_name text,
    status text,
    evidence text
);

comment on table staging.stg_account is
    'One row per account and provider on the business date, per release that is being published.';
comment on column staging.stg_account.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_account.account_id is 'Account, unique across platforms.';
comment on column staging.stg_account.organization_id is 'Provider that the account belongs to.';
comment on column staging.stg_account.platform is 'Platform of the account.';
comment on column staging.stg_account.handle is 'Name by which the platform addressed the account when it was last observed; NULL where the source does not carry it.';
comment on column staging.stg_account.display_name is 'Name of the account as the platform shows it.';
comment on column staging.stg_account.status is 'Whether it could be read when it was last observed, and if not, why; UNKNOWN where it never was.';
comment on column staging.stg_account.evidence is 'How sure the link is: CANDIDATE or VERIFIED.';

drop table staging.stg_account_day;

create unlogged table staging.stg_account_day (
    release_id text not null,
    account_id text,
    observed_on date,
    platform text,
    observed_at timestamptz,
    status text,
    moved_to text,
    has_description boolean,
    has_website boolean,
    has_avatar boolean,
    is_verified boolean,
    has_phone boolean,
    has_address boolean,
    has_category boolean,
    followers bigint,
    followers_state text,
    followers_precision text,
    followers_definition text,
    following bigint,
    following_state text,
    following_precision text,
    following_definition text,
    posts bigint,
    posts_state text,
    posts_precision text,
    posts_definition text,
    views_total bigint,
    views_total_state text,
    views_total_precision text,
    views_total_definition text,
    ratings bigint,
    ratings_state text,
    ratings_precision text,
    ratings_definition text,
    rating_hundredths bigint,
    rating_hundredths_state text,
    rating_hundredths_precision text,
    rating_hundredths_definition text
);

comment on table staging.stg_account_day is
    'One row per account and day of observation, per release that is being published.';
comment on column staging.stg_account_day.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_account_day.account_id is 'Account, unique across platforms.';
comment on column staging.stg_account_day.observed_on is 'Day of the observation in UTC.';
comment on column staging.stg_account_day.platform is 'Platform of the account.';
comment on column staging.stg_account_day.observed_at is 'When the account was observed.';
comment on column staging.stg_account_day.status is 'Whether the account could be read, and if not, why.';
comment on column staging.stg_account_day.moved_to is 'Account that it says it has moved to.';
comment on column staging.stg_account_day.has_description is 'Whether the profile says something about the provider; NULL where it is not known.';
comment on column staging.stg_account_day.has_website is 'Whether the profile links back to a website; NULL where it is not known.';
comment on column staging.stg_account_day.has_avatar is 'Whether the profile has a picture; NULL where it is not known.';
comment on column staging.stg_account_day.is_verified is 'Whether the platform has verified the account; NULL where it is not known.';
comment on column staging.stg_account_day.has_phone is 'Whether the profile gives a telephone number; NULL where it is not known.';
comment on column staging.stg_account_day.has_address is 'Whether the profile gives an address or opening hours; NULL where it is not known.';
comment on column staging.stg_account_day.has_category is 'Whether the profile names a category; NULL where it is not known.';
comment on column staging.stg_account_day.followers is 'Followers or subscribers of the account. NULL where the state says why.';
comment on column staging.stg_account_day.followers_state is 'Why followers has a value or has none.';
comment on column staging.stg_account_day.followers_precision is 'How exactly the source reports followers.';
comment on column staging.stg_account_day.followers_definition is 'Id and version of what followers counts.';
comment on column staging.stg_account_day.following is 'Accounts that the account follows. NULL where the state says why.';
comment on column staging.stg_account_day.following_state is 'Why following has a value or has none.';
comment on column staging.stg_account_day.following_precision is 'How exactly the source reports following.';
comment on column staging.stg_account_day.following_definition is 'Id and version of what following counts.';
comment on column staging.stg_account_day.posts is 'Posts that the account has published in its life. NULL where the state says why.';
comment on column staging.stg_account_day.posts_state is 'Why posts has a value or has none.';
comment on column staging.stg_account_day.posts_precision is 'How exactly the source reports posts.';
comment on column staging.stg_account_day.posts_definition is 'Id and version of what posts counts.';
comment on column staging.stg_account_day.views_total is 'Views of all its posts. NULL where the state says why.';
comment on column staging.stg_account_day.views_total_state is 'Why views_total has a value or has none.';
comment on column staging.stg_account_day.views_total_precision is 'How exactly the source reports views_total.';
comment on column staging.stg_account_day.views_total_definition is 'Id and version of what views_total counts.';
comment on column staging.stg_account_day.ratings is 'Ratings that patients and visitors gave on the platform. NULL where the state says why.';
comment on column staging.stg_account_day.ratings_state is 'Why ratings has a value or has none.';
comment on column staging.stg_account_day.ratings_precision is 'How exactly the source reports ratings.';
comment on column staging.stg_account_day.ratings_definition is 'Id and version of what ratings counts.';
comment on column staging.stg_account_day.rating_hundredths is 'Mean of those ratings in hundredths of a star. NULL where the state says why.';
comment on column staging.stg_account_day.rating_hundredths_state is 'Why rating_hundredths has a value or has none.';
comment on column staging.stg_account_day.rating_hundredths_precision is 'How exactly the source reports rating_hundredths.';
comment on column staging.stg_account_day.rating_hundredths_definition is 'Id and version of what rating_hundredths counts.';

drop table staging.stg_post;

create unlogged table staging.stg_post (
    release_id text not null,
    post_id text,
    platform text,
    account_id text,
    kind text,
    published_at timestamptz,
    edited_at timestamptz,
    permalink text,
    language text,
    reply_to_id text,
    conversation_id text,
    content_form text,
    title text,
    text text,
    redactions integer,
    source_topics text,
    duration_seconds bigint,
    is_removed boolean
);

comment on table staging.stg_post is
    'One row per post, per release that is being published.';
comment on column staging.stg_post.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_post.post_id is 'Post, unique across platforms.';
comment on column staging.stg_post.platform is 'Platform of the post.';
comment on column staging.stg_post.account_id is 'Account of a provider that published it; NULL where the author is no provider on the roster.';
comment on column staging.stg_post.kind is 'What kind of post it is: ORIGINAL, REPLY, QUOTE or REPOST.';
comment on column staging.stg_post.published_at is 'When the post was published, as the source claims: on some platforms its author sets it.';
comment on column staging.stg_post.edited_at is 'When it was last edited; NULL where it was not, or the source does not say.';
comment on column staging.stg_post.permalink is 'Public address of the post.';
comment on column staging.stg_post.language is 'Language as the source names it, BCP 47.';
comment on column staging.stg_post.reply_to_id is 'Post that it replies to or quotes, unique across platforms.';
comment on column staging.stg_post.conversation_id is 'First post of its conversation, unique across platforms.';
comment on column staging.stg_post.content_form is 'Form of the content as the source names it, for example VIDEO or CAROUSEL_ALBUM.';
comment on column staging.stg_post.title is 'Title, personal identifiers redacted.';
comment on column staging.stg_post.text is 'Text, personal identifiers redacted.';
comment on column staging.stg_post.redactions is 'How many personal identifiers were redacted from title and text.';
comment on column staging.stg_post.source_topics is 'Topics under which the source lists the post, sorted and separated by semicolons.';
comment on column staging.stg_post.duration_seconds is 'Length of the video in seconds.';
comment on column staging.stg_post.is_removed is 'Whether it was found to be gone: absent on two days.';

drop table staging.stg_review;

create unlogged table staging.stg_review (
    release_id text not null,
    review_id text,
    organization_id text,
    site text,
    account_id text,
    observed_at timestamptz,
    published_at timestamptz,
    updated_at timestamptz,
    rating_scale text,
    rating integer,
    reply_state text,
    replied_at timestamptz,
    question text,
    text text,
    redactions integer,
    label_code text,
    label text,
    sublabel text,
    criticality integer,
    criticality_state text,
    source_as_of date
);

comment on table staging.stg_review is
    'One row per review, per release that is being published.';
comment on column staging.stg_review.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_review.review_id is 'Review, unique across sources.';
comment on column staging.stg_review.organization_id is 'Provider that the review is about.';
comment on column staging.stg_review.site is 'Site or programme that collected it.';
comment on column staging.stg_review.account_id is 'Account of the provider under which it stands; NULL where the site knows no accounts.';
comment on column staging.stg_review.observed_at is 'When it was last observed; NULL for files that say only their date.';
comment on column staging.stg_review.published_at is 'When it was written; NULL where the source does not say.';
comment on column staging.stg_review.updated_at is 'When it was last changed; NULL where the source does not say.';
comment on column staging.stg_review.rating_scale is 'Scale of the rating: STARS_1_5 or RECOMMEND_YES_NO; NULL where there is none.';
comment on column staging.stg_review.rating is 'Stars 1 to 5, or 1 for recommended and 0 for not recommended; NULL where there is none.';
comment on column staging.stg_review.reply_state is 'Whether the provider replied: PUBLISHED, PENDING, REJECTED, NONE or NOT_IN_SOURCE.';
comment on column staging.stg_review.replied_at is 'When the provider''s reply was last changed, which is no earlier than the reply; NULL where there is none.';
comment on column staging.stg_review.question is 'Question that was asked.';
comment on column staging.stg_review.text is 'Text, personal identifiers redacted.';
comment on column staging.stg_review.redactions is 'How many personal identifiers were redacted from the text.';
comment on column staging.stg_review.label_code is 'Code of the topic that a human gave it.';
comment on column staging.stg_review.label is 'Topic that a human gave it.';
comment on column staging.stg_review.sublabel is 'Finer topic that a human gave it.';
comment on column staging.stg_review.criticality is 'Criticality that a human gave it, -5 to 5.';
comment on column staging.stg_review.criticality_state is 'Why criticality has a value or has none.';
comment on column staging.stg_review.source_as_of is 'Date of the source file, or business date of the night that read the platform.';

create unlogged table staging.stg_interaction (
    release_id text not null,
    interaction_id text,
    account_id text,
    platform text,
    kind text,
    has_synthetic_id boolean,
    post_id text,
    parent_id text,
    author_pseudonym text,
    is_by_owner boolean,
    published_at timestamptz,
    observed_at timestamptz,
    text text,
    redactions integer,
    language text,
    likes bigint,
    likes_state text,
    likes_precision text,
    likes_definition text
);

comment on table staging.stg_interaction is
    'One row per comment, reply, mention or quote and account, per release that is being published.';
comment on column staging.stg_interaction.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_interaction.interaction_id is 'Interaction, unique across platforms.';
comment on column staging.stg_interaction.account_id is 'Account of the provider that it concerns, unique across platforms.';
comment on column staging.stg_interaction.platform is 'Platform of the interaction.';
comment on column staging.stg_interaction.kind is 'What it is: COMMENT, REPLY, MENTION or QUOTE.';
comment on column staging.stg_interaction.has_synthetic_id is 'Whether the platform gives no id, so that ours is a digest of what it does give.';
comment on column staging.stg_interaction.post_id is 'Post of the provider under which it stands, unique across platforms.';
comment on column staging.stg_interaction.parent_id is 'What it answers directly, unique across platforms.';
comment on column staging.stg_interaction.author_pseudonym is 'Keyed pseudonym of its author; NULL where the platform does not say who wrote it.';
comment on column staging.stg_interaction.is_by_owner is 'Whether the account''s owner wrote it; NULL where the platform does not say who wrote it.';
comment on column staging.stg_interaction.published_at is 'When it was written.';
comment on column staging.stg_interaction.observed_at is 'When it was last observed.';
comment on column staging.stg_interaction.text is 'Text, personal identifiers redacted.';
comment on column staging.stg_interaction.redactions is 'How many personal identifiers were redacted from the text.';
comment on column staging.stg_interaction.language is 'Language as the source names it, BCP 47.';
comment on column staging.stg_interaction.likes is 'Likes or reactions of the interaction. NULL where the state says why.';
comment on column staging.stg_interaction.likes_state is 'Why likes has a value or has none.';
comment on column staging.stg_interaction.likes_precision is 'How exactly the source reports likes.';
comment on column staging.stg_interaction.likes_definition is 'Id and version of what likes counts.';

create unlogged table staging.stg_discussion (
    release_id text not null,
    discussion_id text,
    search_id text,
    platform text,
    market text,
    language text,
    author_pseudonym text,
    published_at timestamptz,
    observed_at timestamptz,
    text text,
    redactions integer,
    likes bigint,
    likes_state text,
    likes_precision text,
    likes_definition text,
    comments bigint,
    comments_state text,
    comments_precision text,
    comments_definition text,
    shares bigint,
    shares_state text,
    shares_precision text,
    shares_definition text
);

comment on table staging.stg_discussion is
    'One row per public post and search, per release that is being published.';
comment on column staging.stg_discussion.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_discussion.discussion_id is 'Post, unique across platforms.';
comment on column staging.stg_discussion.search_id is 'Id of the search that found it.';
comment on column staging.stg_discussion.platform is 'Platform of the post.';
comment on column staging.stg_discussion.market is 'Market that the search stands for, for example US-TX.';
comment on column staging.stg_discussion.language is 'Language as the source names it, BCP 47.';
comment on column staging.stg_discussion.author_pseudonym is 'Keyed pseudonym of its author.';
comment on column staging.stg_discussion.published_at is 'When it was written.';
comment on column staging.stg_discussion.observed_at is 'When it was last observed.';
comment on column staging.stg_discussion.text is 'Text, personal identifiers redacted.';
comment on column staging.stg_discussion.redactions is 'How many personal identifiers were redacted from the text.';
comment on column staging.stg_discussion.likes is 'Likes or reactions of the post. NULL where the state says why.';
comment on column staging.stg_discussion.likes_state is 'Why likes has a value or has none.';
comment on column staging.stg_discussion.likes_precision is 'How exactly the source reports likes.';
comment on column staging.stg_discussion.likes_definition is 'Id and version of what likes counts.';
comment on column staging.stg_discussion.comments is 'Comments on and replies to the post. NULL where the state says why.';
comment on column staging.stg_discussion.comments_state is 'Why comments has a value or has none.';
comment on column staging.stg_discussion.comments_precision is 'How exactly the source reports comments.';
comment on column staging.stg_discussion.comments_definition is 'Id and version of what comments counts.';
comment on column staging.stg_discussion.shares is 'Times it was passed on unchanged. NULL where the state says why.';
comment on column staging.stg_discussion.shares_state is 'Why shares has a value or has none.';
comment on column staging.stg_discussion.shares_precision is 'How exactly the source reports shares.';
comment on column staging.stg_discussion.shares_definition is 'Id and version of what shares counts.';

create unlogged table staging.stg_account_insight (
    release_id text not null,
    account_id text,
    metric text,
    day date,
    zone text,
    platform text,
    observed_at timestamptz,
    value bigint,
    value_state text,
    value_precision text,
    value_definition text
);

comment on table staging.stg_account_insight is
    'One row per account, metric and day, per release that is being published.';
comment on column staging.stg_account_insight.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_account_insight.account_id is 'Account, unique across platforms.';
comment on column staging.stg_account_insight.metric is 'Metric as the platform names it, for example reach.';
comment on column staging.stg_account_insight.day is 'Day that the value is about, in the platform''s time zone.';
comment on column staging.stg_account_insight.zone is 'IANA time zone that bounds the day.';
comment on column staging.stg_account_insight.platform is 'Platform of the account.';
comment on column staging.stg_account_insight.observed_at is 'When it was last observed.';
comment on column staging.stg_account_insight.value is 'The count of that day. NULL where the state says why.';
comment on column staging.stg_account_insight.value_state is 'Why value has a value or has none.';
comment on column staging.stg_account_insight.value_precision is 'How exactly the source reports value.';
comment on column staging.stg_account_insight.value_definition is 'Id and version of what value counts.';

create unlogged table staging.stg_account_coverage (
    release_id text not null,
    account_id text,
    organization_id text,
    family text,
    business_date date,
    run integer,
    platform text,
    relation text,
    state text,
    reason text,
    records bigint,
    read_from timestamptz,
    retry_at timestamptz,
    source_id text,
    source_line bigint
);

comment on table staging.stg_account_coverage is
    'One row per account of the roster, provider, data family, business date and run, per release that is being '
    'published.';
comment on column staging.stg_account_coverage.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_account_coverage.account_id is 'Account, unique across platforms.';
comment on column staging.stg_account_coverage.organization_id is 'Provider that the account belongs to.';
comment on column staging.stg_account_coverage.family is 'Family of data.';
comment on column staging.stg_account_coverage.business_date is 'Business date of the night.';
comment on column staging.stg_account_coverage.run is 'Revision of the night that read it: a later one goes on where an earlier one had to stop.';
comment on column staging.stg_account_coverage.platform is 'Platform of the account.';
comment on column staging.stg_account_coverage.relation is 'Whether the account granted us access (OWNED) or belongs to others (OTHER).';
comment on column staging.stg_account_coverage.state is 'How complete the reading is.';
comment on column staging.stg_account_coverage.reason is 'Why it is not complete: a problem code, or what the platform does not offer; NULL where it is complete.';
comment on column staging.stg_account_coverage.records is 'Records that landed.';
comment on column staging.stg_account_coverage.read_from is 'Records written before this instant were not asked for; NULL where everything was.';
comment on column staging.stg_account_coverage.retry_at is 'When the platform can be asked again, where it says so.';
comment on column staging.stg_account_coverage.source_id is 'Shard of a platform that the row was read from.';
comment on column staging.stg_account_coverage.source_line is 'Number of the record within its shard.';

comment on column staging.stg_post_metric.metric is 'Metric: views, likes, comments, shares, quotes, saves, impressions, reach or clicks.';
