-- What the publish job copies in before a merge: one table per curated and mart dataset, columns as in the contract.
-- Without keys and NOT NULL, so that the quality checks can say what is wrong before the merge would fail on it.

create unlogged table staging.stg_organization (
    release_id text not null,
    organization_id text,
    registry text,
    facility_id text,
    name text,
    organization_type text,
    ownership text,
    ownership_group text,
    address text,
    city text,
    county text,
    state text,
    postal_code text,
    country text,
    phone text,
    has_emergency_services boolean,
    overall_rating integer,
    overall_rating_state text,
    overall_rating_footnotes text,
    beds integer,
    bed_band text,
    bed_match text,
    directory_id text,
    source_as_of date
);

comment on table staging.stg_organization is
    'One row per provider in force on the business date, per release that is being published.';
comment on column staging.stg_organization.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_organization.organization_id is 'Provider, unique across registries.';
comment on column staging.stg_organization.registry is 'Registry that lists the provider.';
comment on column staging.stg_organization.facility_id is 'Id within the registry, always text.';
comment on column staging.stg_organization.name is 'Name as the registry spells it.';
comment on column staging.stg_organization.organization_type is 'Kind of provider as the registry names it.';
comment on column staging.stg_organization.ownership is 'Ownership as the registry names it.';
comment on column staging.stg_organization.ownership_group is 'Ownership in three groups: FOR_PROFIT, NON_PROFIT, GOVERNMENT; NULL where it is not known.';
comment on column staging.stg_organization.address is 'Street address.';
comment on column staging.stg_organization.city is 'City or town.';
comment on column staging.stg_organization.county is 'County or parish.';
comment on column staging.stg_organization.state is 'State, province or region code.';
comment on column staging.stg_organization.postal_code is 'Postal code, as text.';
comment on column staging.stg_organization.country is 'ISO 3166 country code of two letters.';
comment on column staging.stg_organization.phone is 'Telephone number of the provider.';
comment on column staging.stg_organization.has_emergency_services is 'Whether it offers emergency services.';
comment on column staging.stg_organization.overall_rating is 'Overall star rating by the registry, 1 to 5.';
comment on column staging.stg_organization.overall_rating_state is 'Why the rating has a value or has none.';
comment on column staging.stg_organization.overall_rating_footnotes is 'Footnote numbers beside the rating.';
comment on column staging.stg_organization.beds is 'Beds, from the one facility that matches; NULL where bed_match says why.';
comment on column staging.stg_organization.bed_band is 'Bed class, for example 100-199; NULL where beds is.';
comment on column staging.stg_organization.bed_match is 'How beds were found: MATCHED, AMBIGUOUS, NO_MATCH, MATCHED_WITHOUT_BEDS or NO_DIRECTORY.';
comment on column staging.stg_organization.directory_id is 'Facility that beds were taken from.';
comment on column staging.stg_organization.source_as_of is 'Date of the registry file.';

create unlogged table staging.stg_account (
    release_id text not null,
    account_id text,
    organization_id text,
    platform text,
    display_name text,
    evidence text
);

comment on table staging.stg_account is
    'One row per account and provider on the business date, per release that is being published.';
comment on column staging.stg_account.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_account.account_id is 'Account, unique across platforms.';
comment on column staging.stg_account.organization_id is 'Provider that the account belongs to.';
comment on column staging.stg_account.platform is 'Platform of the account.';
comment on column staging.stg_account.display_name is 'Name of the account as the platform shows it.';
comment on column staging.stg_account.evidence is 'How sure the link is: CANDIDATE or VERIFIED.';

create unlogged table staging.stg_account_day (
    release_id text not null,
    account_id text,
    platform text,
    observed_at timestamptz,
    followers bigint,
    followers_state text,
    followers_precision text,
    followers_definition text,
    posts bigint,
    posts_state text,
    posts_precision text,
    posts_definition text
);

comment on table staging.stg_account_day is
    'One row per account on the business date, per release that is being published.';
comment on column staging.stg_account_day.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_account_day.account_id is 'Account, unique across platforms.';
comment on column staging.stg_account_day.platform is 'Platform of the account.';
comment on column staging.stg_account_day.observed_at is 'When the account was observed.';
comment on column staging.stg_account_day.followers is 'Followers or subscribers of the account. NULL where the state says why.';
comment on column staging.stg_account_day.followers_state is 'Why followers has a value or has none.';
comment on column staging.stg_account_day.followers_precision is 'How exactly the source reports followers.';
comment on column staging.stg_account_day.followers_definition is 'Id and version of what followers counts.';
comment on column staging.stg_account_day.posts is 'Posts that the account has published in its life. NULL where the state says why.';
comment on column staging.stg_account_day.posts_state is 'Why posts has a value or has none.';
comment on column staging.stg_account_day.posts_precision is 'How exactly the source reports posts.';
comment on column staging.stg_account_day.posts_definition is 'Id and version of what posts counts.';

create unlogged table staging.stg_post (
    release_id text not null,
    post_id text,
    platform text,
    account_id text,
    published_at timestamptz,
    title text,
    text text,
    redactions integer,
    source_topics text,
    duration_seconds bigint
);

comment on table staging.stg_post is
    'One row per post, per release that is being published.';
comment on column staging.stg_post.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_post.post_id is 'Post, unique across platforms.';
comment on column staging.stg_post.platform is 'Platform of the post.';
comment on column staging.stg_post.account_id is 'Account of a provider that published it; NULL where the author is no provider on the roster.';
comment on column staging.stg_post.published_at is 'When the post was published.';
comment on column staging.stg_post.title is 'Title, personal identifiers redacted.';
comment on column staging.stg_post.text is 'Text, personal identifiers redacted.';
comment on column staging.stg_post.redactions is 'How many personal identifiers were redacted from title and text.';
comment on column staging.stg_post.source_topics is 'Topics under which the source lists the post, sorted and separated by semicolons.';
comment on column staging.stg_post.duration_seconds is 'Length of the video in seconds.';

create unlogged table staging.stg_post_metric (
    release_id text not null,
    post_id text,
    metric text,
    platform text,
    observed_at timestamptz,
    value bigint,
    value_state text,
    value_precision text,
    definition text
);

comment on table staging.stg_post_metric is
    'One row per post and metric, per release that is being published.';
comment on column staging.stg_post_metric.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_post_metric.post_id is 'Post, unique across platforms.';
comment on column staging.stg_post_metric.metric is 'Metric: views, likes or comments.';
comment on column staging.stg_post_metric.platform is 'Platform of the post.';
comment on column staging.stg_post_metric.observed_at is 'When the counter was observed.';
comment on column staging.stg_post_metric.value is 'The count; NULL where the state says why.';
comment on column staging.stg_post_metric.value_state is 'Why the value is there or is not.';
comment on column staging.stg_post_metric.value_precision is 'How exactly the source reports it.';
comment on column staging.stg_post_metric.definition is 'Id and version of what is counted.';

create unlogged table staging.stg_review (
    release_id text not null,
    review_id text,
    organization_id text,
    site text,
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
comment on column staging.stg_review.question is 'Question that was asked.';
comment on column staging.stg_review.text is 'Text, personal identifiers redacted.';
comment on column staging.stg_review.redactions is 'How many personal identifiers were redacted from the text.';
comment on column staging.stg_review.label_code is 'Code of the topic that a human gave it.';
comment on column staging.stg_review.label is 'Topic that a human gave it.';
comment on column staging.stg_review.sublabel is 'Finer topic that a human gave it.';
comment on column staging.stg_review.criticality is 'Criticality that a human gave it, -5 to 5.';
comment on column staging.stg_review.criticality_state is 'Why criticality has a value or has none.';
comment on column staging.stg_review.source_as_of is 'Date of the source file.';

create unlogged table staging.stg_outcome (
    release_id text not null,
    organization_id text,
    measure_id text,
    period_start date,
    period_end date,
    value double precision,
    value_state text,
    value_precision text,
    unit text,
    n bigint,
    n_state text,
    footnotes text,
    note text,
    definition_version text,
    source_as_of date,
    source_id text
);

comment on table staging.stg_outcome is
    'One row per provider, measure, period and source, per release that is being published.';
comment on column staging.stg_outcome.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_outcome.organization_id is 'Provider that the outcome is about.';
comment on column staging.stg_outcome.measure_id is 'Measure, for example hcahps_recommend_top.';
comment on column staging.stg_outcome.period_start is 'First day of the measurement period; NULL where the source does not say.';
comment on column staging.stg_outcome.period_end is 'Last day of the measurement period; NULL where the source does not say.';
comment on column staging.stg_outcome.value is 'Value in the measure''s unit; NULL where the state says why.';
comment on column staging.stg_outcome.value_state is 'Why the value is there or is not.';
comment on column staging.stg_outcome.value_precision is 'How exactly the source reports the value.';
comment on column staging.stg_outcome.unit is 'Unit of the value.';
comment on column staging.stg_outcome.n is 'Completed surveys or cases behind the value.';
comment on column staging.stg_outcome.n_state is 'Why n is there or is not.';
comment on column staging.stg_outcome.footnotes is 'Footnote numbers beside the value.';
comment on column staging.stg_outcome.note is 'What those footnotes say, or another reason in words.';
comment on column staging.stg_outcome.definition_version is 'Version of the measure''s definition.';
comment on column staging.stg_outcome.source_as_of is 'Date of the source file.';
comment on column staging.stg_outcome.source_id is 'Source that the row was read from.';

create unlogged table staging.stg_problem (
    release_id text not null,
    source_id text,
    file text,
    line bigint,
    code text,
    column_name text,
    organization_id text,
    is_rejected boolean,
    message text
);

comment on table staging.stg_problem is
    'One row per rejected row or undecided question, per release that is being published.';
comment on column staging.stg_problem.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_problem.source_id is 'Source that the problem was met in.';
comment on column staging.stg_problem.file is 'File, relative to the input folder.';
comment on column staging.stg_problem.line is 'Line at which the row starts, the header being line 1.';
comment on column staging.stg_problem.code is 'What kind of problem it is.';
comment on column staging.stg_problem.column_name is 'Column that shows it; NULL where the whole row does.';
comment on column staging.stg_problem.organization_id is 'Id of the provider concerned, where it is known.';
comment on column staging.stg_problem.is_rejected is 'Whether the row was left out because of it.';
comment on column staging.stg_problem.message is 'What was found and what to do, in a sentence without personal data.';

create unlogged table staging.stg_adoption (
    release_id text not null,
    organization_id text,
    platform text,
    evidence text,
    accounts bigint,
    posts_observed bigint,
    first_post_at timestamptz,
    last_post_at timestamptz,
    views_observed bigint,
    posts_with_views bigint,
    posts_without_comments bigint
);

comment on table staging.stg_adoption is
    'One row per provider and platform with at least one known account, per release that is being published.';
comment on column staging.stg_adoption.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_adoption.organization_id is 'Provider.';
comment on column staging.stg_adoption.platform is 'Platform.';
comment on column staging.stg_adoption.evidence is 'How sure it is that the account is the provider''s: CANDIDATE or VERIFIED, the surer of its accounts.';
comment on column staging.stg_adoption.accounts is 'Known accounts of the provider on the platform.';
comment on column staging.stg_adoption.posts_observed is 'Posts of those accounts that were observed; a sample where the source is one.';
comment on column staging.stg_adoption.first_post_at is 'When the oldest observed post was published; NULL without posts.';
comment on column staging.stg_adoption.last_post_at is 'When the newest observed post was published; NULL without posts.';
comment on column staging.stg_adoption.views_observed is 'Views of the observed posts that report views; NULL where none does.';
comment on column staging.stg_adoption.posts_with_views is 'Observed posts that report views.';
comment on column staging.stg_adoption.posts_without_comments is 'Observed posts whose comments are switched off or hidden.';

create unlogged table staging.stg_adoption_summary (
    release_id text not null,
    platform text,
    peer_dimension text,
    peer_group text,
    providers bigint,
    providers_present bigint,
    suppressed_reason text
);

comment on table staging.stg_adoption_summary is
    'One row per platform, peer dimension and peer group, per release that is being published.';
comment on column staging.stg_adoption_summary.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_adoption_summary.platform is 'Platform.';
comment on column staging.stg_adoption_summary.peer_dimension is 'What providers are grouped by: national, ownership, ownership_group, type, state or bed_band.';
comment on column staging.stg_adoption_summary.peer_group is 'The group.';
comment on column staging.stg_adoption_summary.providers is 'Providers in the group; NULL where suppressed.';
comment on column staging.stg_adoption_summary.providers_present is 'Those with a known account; NULL where suppressed. The others are unknown, not absent.';
comment on column staging.stg_adoption_summary.suppressed_reason is 'Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.';

create unlogged table staging.stg_peer_distribution (
    release_id text not null,
    measure_id text,
    period_start date,
    period_end date,
    peer_dimension text,
    peer_group text,
    unit text,
    n bigint,
    n_missing bigint,
    min double precision,
    p10 double precision,
    p25 double precision,
    median double precision,
    p75 double precision,
    p90 double precision,
    max double precision,
    mean double precision,
    weighted_mean double precision,
    sd double precision,
    suppressed_reason text,
    definition_version text
);

comment on table staging.stg_peer_distribution is
    'One row per measure, period, peer dimension and peer group, per release that is being published.';
comment on column staging.stg_peer_distribution.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_peer_distribution.measure_id is 'Measure.';
comment on column staging.stg_peer_distribution.period_start is 'First day of the measurement period; NULL where the source does not say.';
comment on column staging.stg_peer_distribution.period_end is 'Last day of the measurement period.';
comment on column staging.stg_peer_distribution.peer_dimension is 'What providers are grouped by: national, ownership, ownership_group, type, state or bed_band.';
comment on column staging.stg_peer_distribution.peer_group is 'The group.';
comment on column staging.stg_peer_distribution.unit is 'Unit of the statistics.';
comment on column staging.stg_peer_distribution.n is 'Providers with a value; NULL where suppressed.';
comment on column staging.stg_peer_distribution.n_missing is 'Providers that the source lists without a value; NULL where suppressed.';
comment on column staging.stg_peer_distribution.min is 'Smallest value.';
comment on column staging.stg_peer_distribution.p10 is '10th percentile, type 7.';
comment on column staging.stg_peer_distribution.p25 is '25th percentile, type 7.';
comment on column staging.stg_peer_distribution.median is 'Median, type 7.';
comment on column staging.stg_peer_distribution.p75 is '75th percentile, type 7.';
comment on column staging.stg_peer_distribution.p90 is '90th percentile, type 7.';
comment on column staging.stg_peer_distribution.max is 'Largest value.';
comment on column staging.stg_peer_distribution.mean is 'Mean over providers, each counted once.';
comment on column staging.stg_peer_distribution.weighted_mean is 'Mean weighted by n of the outcome; NULL where a provider''s n is not known.';
comment on column staging.stg_peer_distribution.sd is 'Sample standard deviation.';
comment on column staging.stg_peer_distribution.suppressed_reason is 'Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.';
comment on column staging.stg_peer_distribution.definition_version is 'Version of the measure''s definition.';

create unlogged table staging.stg_recommendation (
    release_id text not null,
    organization_id text,
    measure_id text,
    period_start date,
    period_end date,
    value double precision,
    n bigint,
    peer_group text,
    peers bigint,
    threshold double precision,
    is_recommended boolean,
    decision text,
    definition_version text
);

comment on table staging.stg_recommendation is
    'One row per provider with a row in the recommend survey, per release that is being published.';
comment on column staging.stg_recommendation.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_recommendation.organization_id is 'Provider.';
comment on column staging.stg_recommendation.measure_id is 'Measure that decides.';
comment on column staging.stg_recommendation.period_start is 'First day of the measurement period.';
comment on column staging.stg_recommendation.period_end is 'Last day of the measurement period; NULL where the source does not say.';
comment on column staging.stg_recommendation.value is 'Share of patients who would definitely recommend the provider, in percent.';
comment on column staging.stg_recommendation.n is 'Completed surveys behind the value.';
comment on column staging.stg_recommendation.peer_group is 'Group that the provider is compared with; NULL where it is not known.';
comment on column staging.stg_recommendation.peers is 'Providers of that group with a value that counts; NULL where suppressed.';
comment on column staging.stg_recommendation.threshold is '75th percentile of the group, type 7; NULL where the group is too small.';
comment on column staging.stg_recommendation.is_recommended is 'Whether the value reaches the threshold; NULL where it cannot be told.';
comment on column staging.stg_recommendation.decision is 'Why it can be told or cannot: DECIDED, NO_VALUE, TOO_FEW_SURVEYS, PEER_GROUP_UNKNOWN or TOO_FEW_PEERS.';
comment on column staging.stg_recommendation.definition_version is 'Version of the rule.';
