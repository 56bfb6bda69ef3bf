-- Violations: metrics with a value where the state says that there is none, or the other way round. Total: metrics.
select
    count(*) filter (where (state = 'KNOWN') is distinct from (value is not null)) as violations,
    count(*) as total
from (
    select state, value
    from staging.stg_provider_metric
    where release_id = :release_id
    union all
    select state, value
    from staging.stg_index_component
    where release_id = :release_id
) as metric;
