-- What live platforms give beyond posts, and how completely they were read.

create table warehouse.fct_interaction (
    interaction_id text not null,
    account_id text not null,
    platform text not null,
    kind text not null,
    has_synthetic_id boolean not null,
    post_id text,
    parent_id text,
    author_pseudonym text,
    is_by_owner boolean,
    published_at timestamptz not null,
    observed_at timestamptz not null,
    text text,
    redactions integer not null,
    language text,
    likes bigint,
    likes_state text not null,
    likes_precision text not null,
    likes_definition text not null,
    first_seen_on date not null,
    last_seen_on date not null,
    constraint fct_interaction_pkey primary key (interaction_id, account_id),
    constraint fct_interaction_seen_range check (last_seen_on >= first_seen_on)
);

comment on table warehouse.fct_interaction is
    'One row per comment, reply, mention or quote and account of a provider, with the attributes of the '
    'newest night that contained it, whatever the order in which nights are published. Texts and pseudonyms '
    'stay in this schema: no view of mart shows them.';
comment on column warehouse.fct_interaction.interaction_id is 'Interaction, unique across platforms.';
comment on column warehouse.fct_interaction.account_id is 'Account of the provider that it concerns, unique across platforms.';
comment on column warehouse.fct_interaction.platform is 'Platform of the interaction.';
comment on column warehouse.fct_interaction.kind is 'What it is: COMMENT, REPLY, MENTION or QUOTE.';
comment on column warehouse.fct_interaction.has_synthetic_id is 'Whether the platform gives no id, so that ours is a digest of what it does give.';
comment on column warehouse.fct_interaction.post_id is 'Post of the provider under which it stands, unique across platforms.';
comment on column warehouse.fct_interaction.parent_id is 'What it answers directly, unique across platforms.';
comment on column warehouse.fct_interaction.author_pseudonym is 'Keyed pseudonym of its author; NULL where the platform does not say who wrote it.';
comment on column warehouse.fct_interaction.is_by_owner is 'Whether the account''s owner wrote it; NULL where the platform does not say who wrote it.';
comment on column warehouse.fct_interaction.published_at is 'When it was written.';
comment on column warehouse.fct_interaction.observed_at is 'When it was last observed.';
comment on column warehouse.fct_interaction.text is 'Text, personal identifiers redacted.';
comment on column warehouse.fct_interaction.redactions is 'How many personal identifiers were redacted from the text.';
comment on column warehouse.fct_interaction.language is 'Language as the source names it, BCP 47.';
comment on column warehouse.fct_interaction.likes is 'Likes or reactions of the interaction. NULL where the state says why.';
comment on column warehouse.fct_interaction.likes_state is 'Why likes has a value or has none.';
comment on column warehouse.fct_interaction.likes_precision is 'How exactly the source reports likes.';
comment on column warehouse.fct_interaction.likes_definition is 'Id and version of what likes counts.';
comment on column warehouse.fct_interaction.first_seen_on is 'Earliest business date of a night that contained it.';
comment on column warehouse.fct_interaction.last_seen_on is 'Latest business date of a night that contained it; the attributes are those of that night.';

create table warehouse.fct_discussion (
    discussion_id text not null,
    search_id text not null,
    platform text not null,
    market text not null,
    language text,
    author_pseudonym text,
    published_at timestamptz not null,
    observed_at timestamptz not null,
    text text,
    redactions integer not null,
    likes bigint,
    likes_state text not null,
    likes_precision text not null,
    likes_definition text not null,
    comments bigint,
    comments_state text not null,
    comments_precision text not null,
    comments_definition text not null,
    shares bigint,
    shares_state text not null,
    shares_precision text not null,
    shares_definition text not null,
    first_seen_on date not null,
    last_seen_on date not null,
    constraint fct_discussion_pkey primary key (discussion_id, search_id),
    constraint fct_discussion_seen_range check (last_seen_on >= first_seen_on)
);

comment on table warehouse.fct_discussion is
    'One row per public post on a health topic and search that found it, with the attributes of the newest '
    'night that contained it, whatever the order in which nights are published. Texts and pseudonyms stay in '
    'this schema: no view of mart shows them.';
comment on column warehouse.fct_discussion.discussion_id is 'Post, unique across platforms.';
comment on column warehouse.fct_discussion.search_id is 'Id of the search that found it.';
comment on column warehouse.fct_discussion.platform is 'Platform of the post.';
comment on column warehouse.fct_discussion.market is 'Market that the search stands for, for example US-TX.';
comment on column warehouse.fct_discussion.language is 'Language as the source names it, BCP 47.';
comment on column warehouse.fct_discussion.author_pseudonym is 'Keyed pseudonym of its author.';
comment on column warehouse.fct_discussion.published_at is 'When it was written.';
comment on column warehouse.fct_discussion.observed_at is 'When it was last observed.';
comment on column warehouse.fct_discussion.text is 'Text, personal identifiers redacted.';
comment on column warehouse.fct_discussion.redactions is 'How many personal identifiers were redacted from the text.';
comment on column warehouse.fct_discussion.likes is 'Likes or reactions of the post. NULL where the state says why.';
comment on column warehouse.fct_discussion.likes_state is 'Why likes has a value or has none.';
comment on column warehouse.fct_discussion.likes_precision is 'How exactly the source reports likes.';
comment on column warehouse.fct_discussion.likes_definition is 'Id and version of what likes counts.';
comment on column warehouse.fct_discussion.comments is 'Comments on and replies to the post. NULL where the state says why.';
comment on column warehouse.fct_discussion.comments_state is 'Why comments has a value or has none.';
comment on column warehouse.fct_discussion.comments_precision is 'How exactly the source reports comments.';
comment on column warehouse.fct_discussion.comments_definition is 'Id and version of what comments counts.';
comment on column warehouse.fct_discussion.shares is 'Times it was passed on unchanged. NULL where the state says why.';
comment on column warehouse.fct_discussion.shares_state is 'Why shares has a value or has none.';
comment on column warehouse.fct_discussion.shares_precision is 'How exactly the source reports shares.';
comment on column warehouse.fct_discussion.shares_definition is 'Id and version of what shares counts.';
comment on column warehouse.fct_discussion.first_seen_on is 'Earliest business date of a night that contained it.';
comment on column warehouse.fct_discussion.last_seen_on is 'Latest business date of a night that contained it; the attributes are those of that night.';

create table warehouse.fct_account_insight (
    account_id text not null,
    metric text not null,
    day date not null,
    zone text not null,
    platform text not null,
    observed_at timestamptz not null,
    value bigint,
    value_state text not null,
    value_precision text not null,
    value_definition text not null,
    known_on date not null,
    known_until date,
    constraint fct_account_insight_pkey primary key (account_id, metric, day, known_on),
    constraint fct_account_insight_known_range check (known_until > known_on)
);

comment on table warehouse.fct_account_insight is
    'One row per account, metric, day and span of business dates on which releases said the same of it: see '
    'fct_post_metric.';
comment on column warehouse.fct_account_insight.account_id is 'Account, unique across platforms.';
comment on column warehouse.fct_account_insight.metric is 'Metric as the platform names it, for example reach.';
comment on column warehouse.fct_account_insight.day is 'Day that the value is about, in the platform''s time zone.';
comment on column warehouse.fct_account_insight.zone is 'IANA time zone that bounds the day.';
comment on column warehouse.fct_account_insight.platform is 'Platform of the account.';
comment on column warehouse.fct_account_insight.observed_at is 'When it was last observed.';
comment on column warehouse.fct_account_insight.value is 'The count of that day. NULL where the state says why.';
comment on column warehouse.fct_account_insight.value_state is 'Why value has a value or has none.';
comment on column warehouse.fct_account_insight.value_precision is 'How exactly the source reports value.';
comment on column warehouse.fct_account_insight.value_definition is 'Id and version of what value counts.';
comment on column warehouse.fct_account_insight.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_account_insight.known_until is 'Business date from which the release said so no longer; NULL while it still does.';

create table ops.account_coverage (
    release_id text not null,
    account_id text not null,
    organization_id text not null,
    family text not null,
    business_date date not null,
    run integer not null,
    platform text not null,
    relation text not null,
    state text not null,
    reason text,
    records bigint not null,
    read_from timestamptz,
    retry_at timestamptz,
    source_id text not null,
    source_line bigint not null,
    constraint account_coverage_pkey primary key (
        release_id, account_id, organization_id, family, business_date, run
    ),
    constraint account_coverage_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table ops.account_coverage is
    'One row per release, account of the roster, provider, data family and run of the night: how completely it '
    'was read, and what is missing.';
comment on column ops.account_coverage.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column ops.account_coverage.account_id is 'Account, unique across platforms.';
comment on column ops.account_coverage.organization_id is 'Provider that the account belongs to.';
comment on column ops.account_coverage.family is 'Family of data.';
comment on column ops.account_coverage.business_date is 'Business date of the night.';
comment on column ops.account_coverage.run is 'Revision of the night that read it: a later one goes on where an earlier one had to stop.';
comment on column ops.account_coverage.platform is 'Platform of the account.';
comment on column ops.account_coverage.relation is 'Whether the account granted us access (OWNED) or belongs to others (OTHER).';
comment on column ops.account_coverage.state is 'How complete the reading is.';
comment on column ops.account_coverage.reason is 'Why it is not complete: a problem code, or what the platform does not offer; NULL where it is complete.';
comment on column ops.account_coverage.records is 'Records that landed.';
comment on column ops.account_coverage.read_from is 'Records written before this instant were not asked for; NULL where everything was.';
comment on column ops.account_coverage.retry_at is 'When the platform can be asked again, where it says so.';
comment on column ops.account_coverage.source_id is 'Shard of a platform that the row was read from.';
comment on column ops.account_coverage.source_line is 'Number of the record within its shard.';
