drop view if exists mart.recommendation;

create view mart.recommendation as
select
    recommendation.release_id,
    recommendation.organization_id,
    organization.name as organization_name,
    organization.state,
    organization.organization_type,
    organization.ownership,
    organization.ownership_group,
    organization.bed_band,
    recommendation.measure_id,
    recommendation.period_start,
    recommendation.period_end,
    recommendation.value,
    recommendation.n,
    recommendation.peer_group,
    recommendation.peers,
    recommendation.threshold,
    recommendation.is_recommended,
    recommendation.decision,
    recommendation.definition_version
from ops.published_release as published
join ops.release as release using (release_id)
join warehouse.result_recommendation as recommendation using (release_id)
left join warehouse.dim_organization as organization
  on organization.organization_id = recommendation.organization_id
    and organization.valid_from <= release.business_date
    and coalesce(organization.valid_to, 'infinity') > release.business_date;

comment on view mart.recommendation is
    'Who is in the recommended category, one row per provider with a row in the recommend survey. Of the '
    'published release.';
comment on column mart.recommendation.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.recommendation.organization_id is 'Provider.';
comment on column mart.recommendation.organization_name is 'Name of the provider on the business date; NULL where no registry in force lists it.';
comment on column mart.recommendation.state is 'State, province or region code.';
comment on column mart.recommendation.organization_type is 'Kind of provider as the registry names it.';
comment on column mart.recommendation.ownership is 'Ownership as the registry names it.';
comment on column mart.recommendation.ownership_group is 'Ownership in three groups: FOR_PROFIT, NON_PROFIT, GOVERNMENT; NULL where it is not known.';
comment on column mart.recommendation.bed_band is 'Bed class, for example 100-199; NULL where beds is.';
comment on column mart.recommendation.measure_id is 'Measure that decides.';
comment on column mart.recommendation.period_start is 'First day of the measurement period.';
comment on column mart.recommendation.period_end is 'Last day of the measurement period; NULL where the source does not say.';
comment on column mart.recommendation.value is 'Share of patients who would definitely recommend the provider, in percent.';
comment on column mart.recommendation.n is 'Completed surveys behind the value.';
comment on column mart.recommendation.peer_group is 'Group that the provider is compared with; NULL where it is not known.';
comment on column mart.recommendation.peers is 'Providers of that group with a value that counts; NULL where suppressed.';
comment on column mart.recommendation.threshold is '75th percentile of the group, type 7; NULL where the group is too small.';
comment on column mart.recommendation.is_recommended is 'Whether the value reaches the threshold; NULL where it cannot be told.';
comment on column mart.recommendation.decision is 'Why it can be told or cannot: DECIDED, NO_VALUE, TOO_FEW_SURVEYS, PEER_GROUP_UNKNOWN or TOO_FEW_PEERS.';
comment on column mart.recommendation.definition_version is 'Version of the rule.';
