-- Replaces the rows of the release.

delete from ops.account_coverage
where release_id = :release_id;

insert into ops.account_coverage (
    release_id, account_id, organization_id, family, business_date, run, platform, relation, state, reason,
    records, read_from, retry_at, source_id, source_line
)
select
    release_id, account_id, organization_id, family, business_date, run, platform, relation, state, reason,
    records, read_from, retry_at, source_id, source_line
from staging.stg_account_coverage
where release_id = :release_id;
