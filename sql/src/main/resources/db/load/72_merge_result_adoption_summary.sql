-- Replaces the rows of the release.

delete from warehouse.result_adoption_summary
where release_id = :release_id;

insert into warehouse.result_adoption_summary (
    release_id, platform, peer_dimension, peer_group, providers, providers_present, suppressed_reason
)
select
    release_id, platform, peer_dimension, peer_group, providers, providers_present, suppressed_reason
from staging.stg_adoption_summary
where release_id = :release_id;
