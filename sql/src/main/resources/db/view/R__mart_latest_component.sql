drop view if exists mart.latest_component;

create view mart.latest_component as
select
    published.release_id,
    component.organization_id,
    component.pillar,
    component.component,
    component.period_start,
    component.period_end,
    component.value,
    component.state,
    component.peer_stratum,
    component.peers,
    100 * component.mid_percentile as percentile,
    component.is_without_variance,
    component.definition_version
from ops.published_release as published
join ops.release as release using (release_id)
join warehouse.fct_index_component as component
  on component.known_on <= release.business_date
    and coalesce(component.known_until, 'infinity') > release.business_date
where component.period_start = (
    select max(newest.period_start)
    from warehouse.fct_index_component as newest
    where newest.known_on <= release.business_date
      and coalesce(newest.known_until, 'infinity') > release.business_date
);

comment on view mart.latest_component is
    'Question 3: what the index of a provider is made of in the newest period: one row per provider and component. '
    'Of the published release.';
comment on column mart.latest_component.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.latest_component.organization_id is 'Provider.';
comment on column mart.latest_component.pillar is 'Pillar that it belongs to: presence, cadence, dialogue or breadth.';
comment on column mart.latest_component.component is 'Component of the index.';
comment on column mart.latest_component.period_start is 'First day of the newest period: a Monday, thirteen weeks before the end.';
comment on column mart.latest_component.period_end is 'Last day of the newest period, a Sunday.';
comment on column mart.latest_component.value is 'Value of the component; higher is more integrated.';
comment on column mart.latest_component.state is 'Why the value is there or is not.';
comment on column mart.latest_component.peer_stratum is 'Peer stratum: bed class, rurality and teaching, small ones merged.';
comment on column mart.latest_component.peers is 'Providers of the stratum with a value.';
comment on column mart.latest_component.percentile is 'Mid-percentile among the peers of the period, 0 to 100.';
comment on column mart.latest_component.is_without_variance is 'Whether all peers have the same value, so that the percentile says nothing.';
comment on column mart.latest_component.definition_version is 'Version of the definition.';
