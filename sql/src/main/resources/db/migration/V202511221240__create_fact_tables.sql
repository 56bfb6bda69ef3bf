-- What happened and what was observed, each with the business dates on which it was known.

create table warehouse.fct_post (
    post_id text not null,
    platform text not null,
    account_id text,
    published_at timestamptz not null,
    title text,
    text text,
    redactions integer not null,
    source_topics text,
    duration_seconds bigint,
    first_seen_on date not null,
    last_seen_on date not null,
    constraint fct_post_pkey primary key (post_id),
    constraint fct_post_seen_range check (last_seen_on >= first_seen_on)
);

comment on table warehouse.fct_post is
    'One row per post, with the attributes of the newest night that contained it, whatever the order in which '
    'nights are published.';
comment on column warehouse.fct_post.post_id is 'Post, unique across platforms.';
comment on column warehouse.fct_post.platform is 'Platform of the post.';
comment on column warehouse.fct_post.account_id is 'Account of a provider that published it; NULL where the author is no provider on the roster.';
comment on column warehouse.fct_post.published_at is 'When the post was published.';
comment on column warehouse.fct_post.title is 'Title, personal identifiers redacted.';
comment on column warehouse.fct_post.text is 'Text, personal identifiers redacted.';
comment on column warehouse.fct_post.redactions is 'How many personal identifiers were redacted from title and text.';
comment on column warehouse.fct_post.source_topics is 'Topics under which the source lists the post, sorted and separated by semicolons.';
comment on column warehouse.fct_post.duration_seconds is 'Length of the video in seconds.';
comment on column warehouse.fct_post.first_seen_on is 'Earliest business date of a night that contained it.';
comment on column warehouse.fct_post.last_seen_on is 'Latest business date of a night that contained it; the attributes are those of that night.';

create table warehouse.fct_post_metric (
    post_id text not null,
    metric text not null,
    platform text not null,
    observed_at timestamptz not null,
    value bigint,
    value_state text not null,
    value_precision text not null,
    definition text not null,
    known_on date not null,
    constraint fct_post_metric_pkey primary key (post_id, metric, known_on)
);

comment on table warehouse.fct_post_metric is
    'One row per post, metric and night that observed it. Every observation is kept, also an unchanged one: a '
    'night says what it observed and not what has gone, so a table of changes could not be set right when an '
    'earlier night is published late or revised.';
comment on column warehouse.fct_post_metric.post_id is 'Post, unique across platforms.';
comment on column warehouse.fct_post_metric.metric is 'Metric: views, likes or comments.';
comment on column warehouse.fct_post_metric.platform is 'Platform of the post.';
comment on column warehouse.fct_post_metric.observed_at is 'When the counter was observed.';
comment on column warehouse.fct_post_metric.value is 'The count; NULL where the state says why.';
comment on column warehouse.fct_post_metric.value_state is 'Why the value is there or is not.';
comment on column warehouse.fct_post_metric.value_precision is 'How exactly the source reports it.';
comment on column warehouse.fct_post_metric.definition is 'Id and version of what is counted.';
comment on column warehouse.fct_post_metric.known_on is 'Business date of the night that observed it.';

create table warehouse.fct_account_day (
    account_id text not null,
    platform text not null,
    observed_at timestamptz not null,
    followers bigint,
    followers_state text not null,
    followers_precision text not null,
    followers_definition text not null,
    posts bigint,
    posts_state text not null,
    posts_precision text not null,
    posts_definition text not null,
    known_on date not null,
    constraint fct_account_day_pkey primary key (account_id, known_on)
);

comment on table warehouse.fct_account_day is
    'One row per account and business date, also where nothing changed: see fct_post_metric.';
comment on column warehouse.fct_account_day.account_id is 'Account, unique across platforms.';
comment on column warehouse.fct_account_day.platform is 'Platform of the account.';
comment on column warehouse.fct_account_day.observed_at is 'When the account was observed.';
comment on column warehouse.fct_account_day.followers is 'Followers or subscribers of the account. NULL where the state says why.';
comment on column warehouse.fct_account_day.followers_state is 'Why followers has a value or has none.';
comment on column warehouse.fct_account_day.followers_precision is 'How exactly the source reports followers.';
comment on column warehouse.fct_account_day.followers_definition is 'Id and version of what followers counts.';
comment on column warehouse.fct_account_day.posts is 'Posts that the account has published in its life. NULL where the state says why.';
comment on column warehouse.fct_account_day.posts_state is 'Why posts has a value or has none.';
comment on column warehouse.fct_account_day.posts_precision is 'How exactly the source reports posts.';
comment on column warehouse.fct_account_day.posts_definition is 'Id and version of what posts counts.';
comment on column warehouse.fct_account_day.known_on is 'Business date of the night that observed it.';

create table warehouse.fct_review (
    review_id text not null,
    organization_id text not null,
    site text not null,
    question text,
    text text,
    redactions integer not null,
    label_code text,
    label text,
    sublabel text,
    criticality integer,
    criticality_state text not null,
    source_as_of date not null,
    first_seen_on date not null,
    last_seen_on date not null,
    constraint fct_review_pkey primary key (review_id),
    constraint fct_review_seen_range check (last_seen_on >= first_seen_on)
);

comment on table warehouse.fct_review is
    'One row per review, with the attributes of the newest night that contained it, whatever the order in '
    'which nights are published.';
comment on column warehouse.fct_review.review_id is 'Review, unique across sources.';
comment on column warehouse.fct_review.organization_id is 'Provider that the review is about.';
comment on column warehouse.fct_review.site is 'Site or programme that collected it.';
comment on column warehouse.fct_review.question is 'Question that was asked.';
comment on column warehouse.fct_review.text is 'Text, personal identifiers redacted.';
comment on column warehouse.fct_review.redactions is 'How many personal identifiers were redacted from the text.';
comment on column warehouse.fct_review.label_code is 'Code of the topic that a human gave it.';
comment on column warehouse.fct_review.label is 'Topic that a human gave it.';
comment on column warehouse.fct_review.sublabel is 'Finer topic that a human gave it.';
comment on column warehouse.fct_review.criticality is 'Criticality that a human gave it, -5 to 5.';
comment on column warehouse.fct_review.criticality_state is 'Why criticality has a value or has none.';
comment on column warehouse.fct_review.source_as_of is 'Date of the source file.';
comment on column warehouse.fct_review.first_seen_on is 'Earliest business date of a night that contained it.';
comment on column warehouse.fct_review.last_seen_on is 'Latest business date of a night that contained it; the attributes are those of that night.';

create table warehouse.fct_outcome (
    organization_id text not null,
    measure_id text not null,
    period_start date,
    period_end date,
    value double precision,
    value_state text not null,
    value_precision text not null,
    unit text not null,
    n bigint,
    n_state text not null,
    footnotes text,
    note text,
    definition_version text not null,
    source_as_of date not null,
    source_id text not null,
    known_on date not null,
    known_until date,
    constraint fct_outcome_grain unique nulls not distinct (organization_id, measure_id, period_start, source_id, known_on),
    constraint fct_outcome_known_range check (known_until > known_on),
    constraint fct_outcome_measure_fkey foreign key (measure_id, definition_version)
        references warehouse.dim_measure (measure_id, version)
);

comment on table warehouse.fct_outcome is
    'One row per provider, measure, measurement period, source and span of business dates on which the source '
    'said the same. A night reads every outcome file in force as a whole, so absence is a statement too; '
    'therefore spans of equal nights lose nothing, stay right in whatever order nights are published, and save'
    ' some 100,000 unchanged rows a night.';
comment on column warehouse.fct_outcome.organization_id is 'Provider that the outcome is about.';
comment on column warehouse.fct_outcome.measure_id is 'Measure, for example hcahps_recommend_top.';
comment on column warehouse.fct_outcome.period_start is 'First day of the measurement period; NULL where the source does not say.';
comment on column warehouse.fct_outcome.period_end is 'Last day of the measurement period; NULL where the source does not say.';
comment on column warehouse.fct_outcome.value is 'Value in the measure''s unit; NULL where the state says why.';
comment on column warehouse.fct_outcome.value_state is 'Why the value is there or is not.';
comment on column warehouse.fct_outcome.value_precision is 'How exactly the source reports the value.';
comment on column warehouse.fct_outcome.unit is 'Unit of the value.';
comment on column warehouse.fct_outcome.n is 'Completed surveys or cases behind the value.';
comment on column warehouse.fct_outcome.n_state is 'Why n is there or is not.';
comment on column warehouse.fct_outcome.footnotes is 'Footnote numbers beside the value.';
comment on column warehouse.fct_outcome.note is 'What those footnotes say, or another reason in words.';
comment on column warehouse.fct_outcome.definition_version is 'Version of the measure''s definition.';
comment on column warehouse.fct_outcome.source_as_of is 'Date of the source file.';
comment on column warehouse.fct_outcome.source_id is 'Source that the row was read from.';
comment on column warehouse.fct_outcome.known_on is 'First business date on which the source said so.';
comment on column warehouse.fct_outcome.known_until is 'Business date from which the source said so no longer; NULL while it still does.';
