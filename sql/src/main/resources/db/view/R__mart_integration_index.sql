drop view if exists mart.integration_index;

create view mart.integration_index as
select
    published.release_id,
    integration.organization_id,
    integration.period_start,
    integration.period_end,
    integration.state,
    integration.peer_stratum,
    integration.presence,
    integration.cadence,
    integration.dialogue,
    integration.breadth,
    integration.pillars,
    integration.index_relative,
    integration.index_absolute,
    integration.rolling_index,
    integration.rolling_percentile,
    integration.rolling_dialogue,
    integration.dialogue_percentile,
    integration.is_inherited,
    integration.definition_version
from ops.published_release as published
join ops.release as release using (release_id)
join warehouse.fct_integration_index as integration
  on integration.known_on <= release.business_date
    and coalesce(integration.known_until, 'infinity') > release.business_date;

comment on view mart.integration_index is
    'Question 1: how integrated a provider is: one row per provider and period. Of the published release.';
comment on column mart.integration_index.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.integration_index.organization_id is 'Provider.';
comment on column mart.integration_index.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column mart.integration_index.period_end is 'Last day of the period, a Sunday.';
comment on column mart.integration_index.state is 'COMPUTED, NO_PRESENCE, INSUFFICIENT or UNKNOWN.';
comment on column mart.integration_index.peer_stratum is 'Peer stratum: bed class, rurality and teaching, small ones merged.';
comment on column mart.integration_index.presence is 'Pillar presence, 0 to 1.';
comment on column mart.integration_index.cadence is 'Pillar cadence, 0 to 1.';
comment on column mart.integration_index.dialogue is 'Pillar dialogue, 0 to 1.';
comment on column mart.integration_index.breadth is 'Pillar breadth, 0 to 1.';
comment on column mart.integration_index.pillars is 'Pillars that could be computed.';
comment on column mart.integration_index.index_relative is 'Index among the peers of the period, 0 to 100; never a measure of progress.';
comment on column mart.integration_index.index_absolute is 'Index against the peers of the baseline year, 0 to 100.';
comment on column mart.integration_index.rolling_index is 'Mean of the last four periods of index_relative, at least three.';
comment on column mart.integration_index.rolling_percentile is 'Rank of rolling_index in the stratum, 0 to 1.';
comment on column mart.integration_index.rolling_dialogue is 'Mean of the last four periods of dialogue, at least three.';
comment on column mart.integration_index.dialogue_percentile is 'Rank of rolling_dialogue in the stratum, 0 to 1.';
comment on column mart.integration_index.is_inherited is 'Whether all accounts are those of its system.';
comment on column mart.integration_index.definition_version is 'Version of the definition.';
