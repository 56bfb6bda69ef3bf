-- Violations: members of a cohort that is not known, or HIGH or LOW without a rank or without an index of the period. Total:
-- memberships.
select
    count(*) filter (
        where membership.cohort not in ('HIGH', 'MIDDLE', 'LOW', 'NO_PRESENCE', 'INSUFFICIENT', 'UNKNOWN')
           or (membership.cohort in ('HIGH', 'LOW') and (membership.percentile is null or integration.organization_id is null))
    ) as violations,
    count(*) as total
from staging.stg_cohort_membership as membership
left join staging.stg_integration_index as integration
  on integration.release_id = membership.release_id
    and integration.organization_id = membership.organization_id
    and integration.period_start = membership.period_start
where membership.release_id = :release_id;
