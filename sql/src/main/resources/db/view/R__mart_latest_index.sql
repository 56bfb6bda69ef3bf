drop view if exists mart.latest_index;

create view mart.latest_index as
select
    published.release_id,
    integration.organization_id,
    integration.period_start,
    integration.period_end,
    integration.state,
    by_index.cohort,
    by_index.member_since,
    by_dialogue.cohort as dialogue_cohort,
    integration.peer_stratum,
    100 * integration.presence as presence,
    100 * integration.cadence as cadence,
    100 * integration.dialogue as dialogue,
    100 * integration.breadth as breadth,
    integration.index_relative,
    integration.index_absolute,
    integration.rolling_index,
    100 * integration.rolling_percentile as rolling_percentile,
    100 * integration.dialogue_percentile as dialogue_percentile,
    integration.is_inherited,
    integration.definition_version
from ops.published_release as published
join ops.release as release using (release_id)
join warehouse.fct_integration_index as integration
  on integration.known_on <= release.business_date
    and coalesce(integration.known_until, 'infinity') > release.business_date
left join warehouse.fct_cohort_membership as by_index
  on by_index.organization_id = integration.organization_id
    and by_index.period_start = integration.period_start
    and by_index.exposure = 'integration'
    and by_index.known_on <= release.business_date
    and coalesce(by_index.known_until, 'infinity') > release.business_date
left join warehouse.fct_cohort_membership as by_dialogue
  on by_dialogue.organization_id = integration.organization_id
    and by_dialogue.period_start = integration.period_start
    and by_dialogue.exposure = 'dialogue'
    and by_dialogue.known_on <= release.business_date
    and coalesce(by_dialogue.known_until, 'infinity') > release.business_date
where integration.period_start = (
    select max(newest.period_start)
    from warehouse.fct_integration_index as newest
    where newest.known_on <= release.business_date
      and coalesce(newest.known_until, 'infinity') > release.business_date
);

comment on view mart.latest_index is
    'Question 1: how integrated each provider is in the newest period, and the cohorts that it is in: one row per '
    'provider. Of the published release.';
comment on column mart.latest_index.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.latest_index.organization_id is 'Provider.';
comment on column mart.latest_index.period_start is 'First day of the newest period: a Monday, thirteen weeks before the end.';
comment on column mart.latest_index.period_end is 'Last day of the newest period, a Sunday.';
comment on column mart.latest_index.state is 'COMPUTED, NO_PRESENCE, INSUFFICIENT or UNKNOWN.';
comment on column mart.latest_index.cohort is 'Cohort by the index: HIGH, MIDDLE, LOW, NO_PRESENCE, INSUFFICIENT or UNKNOWN; NULL where none was formed.';
comment on column mart.latest_index.member_since is 'First day of the period from which on the provider is in the cohort without a break.';
comment on column mart.latest_index.dialogue_cohort is 'Cohort by dialogue alone; NULL where none was formed.';
comment on column mart.latest_index.peer_stratum is 'Peer stratum: bed class, rurality and teaching, small ones merged.';
comment on column mart.latest_index.presence is 'Pillar presence, 0 to 100.';
comment on column mart.latest_index.cadence is 'Pillar cadence, 0 to 100.';
comment on column mart.latest_index.dialogue is 'Pillar dialogue, 0 to 100.';
comment on column mart.latest_index.breadth is 'Pillar breadth, 0 to 100.';
comment on column mart.latest_index.index_relative is 'Index among the peers of the period, 0 to 100; never a measure of progress.';
comment on column mart.latest_index.index_absolute is 'Index against the peers of the baseline year, 0 to 100.';
comment on column mart.latest_index.rolling_index is 'Mean of the last four periods of index_relative, at least three.';
comment on column mart.latest_index.rolling_percentile is 'Rank of rolling_index in the stratum, 0 to 100.';
comment on column mart.latest_index.dialogue_percentile is 'Rank of the mean dialogue of the last four periods in the stratum, 0 to 100.';
comment on column mart.latest_index.is_inherited is 'Whether all accounts are those of its system.';
comment on column mart.latest_index.definition_version is 'Version of the definition.';
