-- What is known of providers, posts and items in their periods, each row as long as releases say the same.

create table warehouse.fct_post_metric_at_age (
    post_id text not null,
    metric text not null,
    age_days integer not null,
    platform text not null,
    observed_at timestamptz,
    value bigint,
    value_state text not null,
    capture text not null,
    definition text,
    known_on date not null,
    known_until date,
    constraint fct_post_metric_at_age_pkey primary key (post_id, metric, age_days, known_on),
    constraint fct_post_metric_at_age_known_range check (known_until > known_on)
);

comment on table warehouse.fct_post_metric_at_age is
    'One row per post, metric and age and span of business dates on which releases said the same.';
comment on column warehouse.fct_post_metric_at_age.post_id is 'Post, unique across platforms.';
comment on column warehouse.fct_post_metric_at_age.metric is 'Metric, as in post_metric.';
comment on column warehouse.fct_post_metric_at_age.age_days is 'Age in days since publication: 7 or 28.';
comment on column warehouse.fct_post_metric_at_age.platform is 'Platform of the post.';
comment on column warehouse.fct_post_metric_at_age.observed_at is 'When the counter was observed; NULL where no observation is near the age.';
comment on column warehouse.fct_post_metric_at_age.value is 'The count; NULL where the state says why.';
comment on column warehouse.fct_post_metric_at_age.value_state is 'Why the value is there or is not.';
comment on column warehouse.fct_post_metric_at_age.capture is 'Whether the age was met: ON_TIME within half a day, LATE where the first observation came later, IMMATURE where the post is younger, MISSED where it was observed before and after only.';
comment on column warehouse.fct_post_metric_at_age.definition is 'Id and version of what is counted.';
comment on column warehouse.fct_post_metric_at_age.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_post_metric_at_age.known_until is 'Business date from which the release said so no longer; NULL while it still does.';

create table warehouse.fct_post_tag (
    post_id text not null,
    scheme text not null,
    tag text not null,
    taxonomy_version text not null,
    known_on date not null,
    known_until date,
    constraint fct_post_tag_pkey primary key (post_id, scheme, tag, known_on),
    constraint fct_post_tag_known_range check (known_until > known_on)
);

comment on table warehouse.fct_post_tag is
    'One row per post, scheme and tag and span of business dates on which releases said the same.';
comment on column warehouse.fct_post_tag.post_id is 'Post, unique across platforms.';
comment on column warehouse.fct_post_tag.scheme is 'What is told: topic or audience.';
comment on column warehouse.fct_post_tag.tag is 'Topic or audience of the taxonomy; other where nothing matches.';
comment on column warehouse.fct_post_tag.taxonomy_version is 'Version of the taxonomy.';
comment on column warehouse.fct_post_tag.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_post_tag.known_until is 'Business date from which the release said so no longer; NULL while it still does.';

create table warehouse.fct_answerable_item (
    item_id text not null,
    account_id text not null,
    platform text not null,
    kind text not null,
    audience text not null,
    received_at timestamptz not null,
    first_reply_at timestamptz,
    taxonomy_version text not null,
    known_on date not null,
    known_until date,
    constraint fct_answerable_item_pkey primary key (item_id, account_id, known_on),
    constraint fct_answerable_item_known_range check (known_until > known_on)
);

comment on table warehouse.fct_answerable_item is
    'One row per item and account and span of business dates on which releases said the same.';
comment on column warehouse.fct_answerable_item.item_id is 'Interaction or review, unique across platforms.';
comment on column warehouse.fct_answerable_item.account_id is 'Account of the provider that it concerns.';
comment on column warehouse.fct_answerable_item.platform is 'Platform.';
comment on column warehouse.fct_answerable_item.kind is 'What it is: COMMENT, REPLY, MENTION, QUOTE or REVIEW.';
comment on column warehouse.fct_answerable_item.audience is 'Who probably wrote it: patients, physicians or community.';
comment on column warehouse.fct_answerable_item.received_at is 'When it was written.';
comment on column warehouse.fct_answerable_item.first_reply_at is 'When the provider first answered; NULL where it did not.';
comment on column warehouse.fct_answerable_item.taxonomy_version is 'Version of the taxonomy that says what expects an answer.';
comment on column warehouse.fct_answerable_item.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_answerable_item.known_until is 'Business date from which the release said so no longer; NULL while it still does.';

create table warehouse.fct_provider_metric (
    organization_id text not null,
    platform text not null,
    metric_id text not null,
    period_start date not null,
    period_end date not null,
    numerator double precision,
    denominator double precision,
    value double precision,
    state text not null,
    items bigint,
    excluded bigint,
    unit text not null,
    definition_version text not null,
    known_on date not null,
    known_until date,
    constraint fct_provider_metric_pkey primary key (organization_id, platform, metric_id, period_start, known_on),
    constraint fct_provider_metric_known_range check (known_until > known_on)
);

comment on table warehouse.fct_provider_metric is
    'One row per provider, platform, metric and period and span of business dates on which releases said the '
    'same.';
comment on column warehouse.fct_provider_metric.organization_id is 'Provider.';
comment on column warehouse.fct_provider_metric.platform is 'Platform; all where a metric spans platforms.';
comment on column warehouse.fct_provider_metric.metric_id is 'Metric of config/metrics.';
comment on column warehouse.fct_provider_metric.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column warehouse.fct_provider_metric.period_end is 'Last day of the period, a Sunday.';
comment on column warehouse.fct_provider_metric.numerator is 'Numerator of the metric; NULL where it is not a ratio of sums.';
comment on column warehouse.fct_provider_metric.denominator is 'Denominator of the metric; NULL where it is not a ratio of sums.';
comment on column warehouse.fct_provider_metric.value is 'Value in the unit; NULL where the state says why.';
comment on column warehouse.fct_provider_metric.state is 'Why the value is there or is not.';
comment on column warehouse.fct_provider_metric.items is 'Posts, items or weeks behind the value; NULL where none could be counted.';
comment on column warehouse.fct_provider_metric.excluded is 'Posts or items left out: immature, late or without the counter.';
comment on column warehouse.fct_provider_metric.unit is 'Unit of the value.';
comment on column warehouse.fct_provider_metric.definition_version is 'Version of the definition.';
comment on column warehouse.fct_provider_metric.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_provider_metric.known_until is 'Business date from which the release said so no longer; NULL while it still does.';

create table warehouse.fct_index_component (
    organization_id text not null,
    period_start date not null,
    component text not null,
    pillar text not null,
    period_end date not null,
    value double precision,
    state text not null,
    peer_stratum text not null,
    peers bigint not null,
    mid_percentile double precision,
    baseline_percentile double precision,
    is_without_variance boolean not null,
    definition_version text not null,
    known_on date not null,
    known_until date,
    constraint fct_index_component_pkey primary key (organization_id, period_start, component, known_on),
    constraint fct_index_component_known_range check (known_until > known_on)
);

comment on table warehouse.fct_index_component is
    'One row per provider, period and component and span of business dates on which releases said the same.';
comment on column warehouse.fct_index_component.organization_id is 'Provider.';
comment on column warehouse.fct_index_component.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column warehouse.fct_index_component.component is 'Component of the index.';
comment on column warehouse.fct_index_component.pillar is 'Pillar that it belongs to: presence, cadence, dialogue or breadth.';
comment on column warehouse.fct_index_component.period_end is 'Last day of the period, a Sunday.';
comment on column warehouse.fct_index_component.value is 'Value of the component; higher is more integrated.';
comment on column warehouse.fct_index_component.state is 'Why the value is there or is not.';
comment on column warehouse.fct_index_component.peer_stratum is 'Peer stratum: bed class, rurality and teaching, small ones merged.';
comment on column warehouse.fct_index_component.peers is 'Providers of the stratum with a value.';
comment on column warehouse.fct_index_component.mid_percentile is 'Mid-percentile among the peers of the period, 0 to 1.';
comment on column warehouse.fct_index_component.baseline_percentile is 'Mid-percentile against the peers of the baseline year, 0 to 1; NULL before there is a baseline.';
comment on column warehouse.fct_index_component.is_without_variance is 'Whether all peers have the same value, so that the percentile says nothing.';
comment on column warehouse.fct_index_component.definition_version is 'Version of the definition.';
comment on column warehouse.fct_index_component.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_index_component.known_until is 'Business date from which the release said so no longer; NULL while it still does.';

create table warehouse.fct_integration_index (
    organization_id text not null,
    period_start date not null,
    period_end date not null,
    state text not null,
    peer_stratum text not null,
    presence double precision,
    cadence double precision,
    dialogue double precision,
    breadth double precision,
    pillars integer not null,
    index_relative double precision,
    index_absolute double precision,
    rolling_index double precision,
    rolling_percentile double precision,
    rolling_dialogue double precision,
    dialogue_percentile double precision,
    is_inherited boolean not null,
    definition_version text not null,
    known_on date not null,
    known_until date,
    constraint fct_integration_index_pkey primary key (organization_id, period_start, known_on),
    constraint fct_integration_index_known_range check (known_until > known_on)
);

comment on table warehouse.fct_integration_index is
    'One row per provider and period and span of business dates on which releases said the same.';
comment on column warehouse.fct_integration_index.organization_id is 'Provider.';
comment on column warehouse.fct_integration_index.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column warehouse.fct_integration_index.period_end is 'Last day of the period, a Sunday.';
comment on column warehouse.fct_integration_index.state is 'COMPUTED, NO_PRESENCE, INSUFFICIENT or UNKNOWN.';
comment on column warehouse.fct_integration_index.peer_stratum is 'Peer stratum: bed class, rurality and teaching, small ones merged.';
comment on column warehouse.fct_integration_index.presence is 'Pillar presence, 0 to 1.';
comment on column warehouse.fct_integration_index.cadence is 'Pillar cadence, 0 to 1.';
comment on column warehouse.fct_integration_index.dialogue is 'Pillar dialogue, 0 to 1.';
comment on column warehouse.fct_integration_index.breadth is 'Pillar breadth, 0 to 1.';
comment on column warehouse.fct_integration_index.pillars is 'Pillars that could be computed.';
comment on column warehouse.fct_integration_index.index_relative is 'Index among the peers of the period, 0 to 100; never a measure of progress.';
comment on column warehouse.fct_integration_index.index_absolute is 'Index against the peers of the baseline year, 0 to 100.';
comment on column warehouse.fct_integration_index.rolling_index is 'Mean of the last four periods of index_relative, at least three.';
comment on column warehouse.fct_integration_index.rolling_percentile is 'Rank of rolling_index in the stratum, 0 to 1.';
comment on column warehouse.fct_integration_index.rolling_dialogue is 'Mean of the last four periods of dialogue, at least three.';
comment on column warehouse.fct_integration_index.dialogue_percentile is 'Rank of rolling_dialogue in the stratum, 0 to 1.';
comment on column warehouse.fct_integration_index.is_inherited is 'Whether all accounts are those of its system.';
comment on column warehouse.fct_integration_index.definition_version is 'Version of the definition.';
comment on column warehouse.fct_integration_index.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_integration_index.known_until is 'Business date from which the release said so no longer; NULL while it still does.';

create table warehouse.fct_cohort_membership (
    organization_id text not null,
    exposure text not null,
    period_start date not null,
    period_end date not null,
    cohort text not null,
    percentile double precision,
    member_since date,
    definition_version text not null,
    known_on date not null,
    known_until date,
    constraint fct_cohort_membership_pkey primary key (organization_id, exposure, period_start, known_on),
    constraint fct_cohort_membership_known_range check (known_until > known_on)
);

comment on table warehouse.fct_cohort_membership is
    'One row per provider, exposure and period and span of business dates on which releases said the same.';
comment on column warehouse.fct_cohort_membership.organization_id is 'Provider.';
comment on column warehouse.fct_cohort_membership.exposure is 'What cohorts are formed by: integration or dialogue.';
comment on column warehouse.fct_cohort_membership.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column warehouse.fct_cohort_membership.period_end is 'Last day of the period, a Sunday.';
comment on column warehouse.fct_cohort_membership.cohort is 'HIGH, MIDDLE, LOW, NO_PRESENCE, INSUFFICIENT or UNKNOWN.';
comment on column warehouse.fct_cohort_membership.percentile is 'Rank in the stratum that decided, 0 to 1.';
comment on column warehouse.fct_cohort_membership.member_since is 'First day of the period from which on the provider is in the cohort without a break.';
comment on column warehouse.fct_cohort_membership.definition_version is 'Version of the definition.';
comment on column warehouse.fct_cohort_membership.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_cohort_membership.known_until is 'Business date from which the release said so no longer; NULL while it still does.';
