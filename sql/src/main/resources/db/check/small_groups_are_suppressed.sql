-- Violations: numbers of 1 to 10 providers that are shown. Total: numbers of providers that are shown.
select count(*) filter (where providers between 1 and 10) as violations, count(*) as total
from (
    select unnest(array[n, n_missing]) as providers from staging.stg_peer_distribution where release_id = :release_id
    union all
    select unnest(array[n, n_missing]) from staging.stg_metric_distribution where release_id = :release_id
    union all
    select unnest(array[providers, providers_present])
    from staging.stg_adoption_summary
    where release_id = :release_id
    union all
    select peers from staging.stg_recommendation where release_id = :release_id
) as shown
where providers is not null;
