-- Replaces the rows of the release.

delete from warehouse.result_recommendation
where release_id = :release_id;

insert into warehouse.result_recommendation (
    release_id, organization_id, measure_id, period_start, period_end, value, n, peer_group, peers, threshold,
    is_recommended, decision, definition_version
)
select
    release_id, organization_id, measure_id, period_start, period_end, value, n, peer_group, peers, threshold,
    is_recommended, decision, definition_version
from staging.stg_recommendation
where release_id = :release_id;
