drop view if exists mart.cohort_membership;

create view mart.cohort_membership as
select
    published.release_id,
    membership.organization_id,
    membership.exposure,
    membership.period_start,
    membership.period_end,
    membership.cohort,
    membership.percentile,
    membership.member_since,
    membership.definition_version
from ops.published_release as published
join ops.release as release using (release_id)
join warehouse.fct_cohort_membership as membership
  on membership.known_on <= release.business_date
    and coalesce(membership.known_until, 'infinity') > release.business_date;

comment on view mart.cohort_membership is
    'Question 2: the cohort of a provider at the end of a period: one row per provider, exposure and period. '
    'Of the published release.';
comment on column mart.cohort_membership.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.cohort_membership.organization_id is 'Provider.';
comment on column mart.cohort_membership.exposure is 'What cohorts are formed by: integration or dialogue.';
comment on column mart.cohort_membership.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column mart.cohort_membership.period_end is 'Last day of the period, a Sunday.';
comment on column mart.cohort_membership.cohort is 'HIGH, MIDDLE, LOW, NO_PRESENCE, INSUFFICIENT or UNKNOWN.';
comment on column mart.cohort_membership.percentile is 'Rank in the stratum that decided, 0 to 1.';
comment on column mart.cohort_membership.member_since is 'First day of the period from which on the provider is in the cohort without a break.';
comment on column mart.cohort_membership.definition_version is 'Version of the definition.';
