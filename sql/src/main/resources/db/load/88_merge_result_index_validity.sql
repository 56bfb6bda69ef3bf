-- Replaces the rows of the release.

delete from warehouse.result_index_validity
where release_id = :release_id;

insert into warehouse.result_index_validity (
    release_id, period_start, check_id, subject, value, gate_low, gate_high, result, definition_version
)
select
    release_id, period_start, check_id, subject, value, gate_low, gate_high, result, definition_version
from staging.stg_index_validity
where release_id = :release_id;
