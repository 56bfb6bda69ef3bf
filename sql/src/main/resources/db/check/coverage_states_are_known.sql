-- Violations: coverage with an unknown family, relation or state. Total: coverage.
select
    count(*) - count(*) filter (
        where family in (
            'ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS', 'REVIEWS', 'INSIGHTS'
        )
          and relation in ('OWNED', 'OTHER')
          and state in ('COMPLETE', 'LIMITED', 'PARTIAL', 'FAILED', 'NOT_OFFERED', 'NOT_DUE')
    ) as violations,
    count(*) as total
from staging.stg_account_coverage
where release_id = :release_id;
