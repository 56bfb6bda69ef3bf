-- Violations: ids that are not registry, colon, facility id, or that contradict the columns of the provider.
select
    count(*) filter (
        where organization_id is null
           or organization_id !~ '^[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9-]*$'
           or organization_id <> expected_id
    ) as violations,
    count(*) as total
from (
    select organization_id, registry || ':' || facility_id as expected_id
    from staging.stg_organization
    where release_id = :release_id
    union all
    select organization_id, organization_id from staging.stg_account where release_id = :release_id
    union all
    select organization_id, organization_id from staging.stg_account_coverage where release_id = :release_id
    union all
    select organization_id, organization_id from staging.stg_outcome where release_id = :release_id
    union all
    select organization_id, organization_id from staging.stg_review where release_id = :release_id
    union all
    select organization_id, organization_id from staging.stg_adoption where release_id = :release_id
    union all
    select organization_id, organization_id from staging.stg_recommendation where release_id = :release_id
) as named;
