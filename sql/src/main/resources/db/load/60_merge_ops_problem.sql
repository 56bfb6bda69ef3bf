-- Replaces the rows of the release.

delete from ops.problem
where release_id = :release_id;

insert into ops.problem (
    release_id, source_id, file, line, code, column_name, organization_id, account_id, post_id, family,
    retry_at, is_rejected, message
)
select
    release_id, source_id, file, line, code, column_name, organization_id, account_id, post_id, family,
    retry_at, is_rejected, message
from staging.stg_problem
where release_id = :release_id;
