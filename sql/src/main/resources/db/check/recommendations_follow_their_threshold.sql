-- Violations: recommendations that their value, threshold and decision do not explain. Total: recommendations.
select
    count(*) filter (
        where (decision = 'DECIDED') is distinct from (is_recommended is not null)
           or (decision = 'DECIDED' and is_recommended is distinct from value >= threshold)
    ) as violations,
    count(*) as total
from staging.stg_recommendation
where release_id = :release_id;
