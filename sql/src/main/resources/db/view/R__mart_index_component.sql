drop view if exists mart.index_component;

create view mart.index_component as
select
    published.release_id,
    component.organization_id,
    component.period_start,
    component.component,
    component.pillar,
    component.period_end,
    component.value,
    component.state,
    component.peer_stratum,
    component.peers,
    component.mid_percentile,
    component.baseline_percentile,
    component.is_without_variance,
    component.definition_version
from ops.published_release as published
join ops.release as release using (release_id)
join warehouse.fct_index_component as component
  on component.known_on <= release.business_date
    and coalesce(component.known_until, 'infinity') > release.business_date;

comment on view mart.index_component is
    'A component of the integration index: what a provider does, and where that stands among its peers: one '
    'row per provider, period and component. Of the published release.';
comment on column mart.index_component.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.index_component.organization_id is 'Provider.';
comment on column mart.index_component.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column mart.index_component.component is 'Component of the index.';
comment on column mart.index_component.pillar is 'Pillar that it belongs to: presence, cadence, dialogue or breadth.';
comment on column mart.index_component.period_end is 'Last day of the period, a Sunday.';
comment on column mart.index_component.value is 'Value of the component; higher is more integrated.';
comment on column mart.index_component.state is 'Why the value is there or is not.';
comment on column mart.index_component.peer_stratum is 'Peer stratum: bed class, rurality and teaching, small ones merged.';
comment on column mart.index_component.peers is 'Providers of the stratum with a value.';
comment on column mart.index_component.mid_percentile is 'Mid-percentile among the peers of the period, 0 to 1.';
comment on column mart.index_component.baseline_percentile is 'Mid-percentile against the peers of the baseline year, 0 to 1; NULL before there is a baseline.';
comment on column mart.index_component.is_without_variance is 'Whether all peers have the same value, so that the percentile says nothing.';
comment on column mart.index_component.definition_version is 'Version of the definition.';
