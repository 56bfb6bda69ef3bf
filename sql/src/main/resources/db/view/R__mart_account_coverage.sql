drop view if exists mart.account_coverage;

create view mart.account_coverage as
select
    reading.release_id,
    reading.platform,
    reading.family,
    reading.relation,
    reading.state,
    reading.reason,
    count(*) as accounts,
    sum(reading.records)::bigint as records
from (
    -- An account of several providers is read once.
    select distinct
        coverage.release_id,
        coverage.account_id,
        coverage.platform,
        coverage.family,
        coverage.relation,
        coverage.state,
        coverage.reason,
        coverage.records
    from ops.published_release as published
    join ops.account_coverage as coverage using (release_id)
) as reading
group by
    reading.release_id, reading.platform, reading.family, reading.relation, reading.state, reading.reason;

comment on view mart.account_coverage is
    'How completely the night read the platforms, one row per platform, family of data, relation, state and '
    'reason. Of the published release.';
comment on column mart.account_coverage.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.account_coverage.platform is 'Platform of the accounts.';
comment on column mart.account_coverage.family is 'Family of data: ACCOUNT, POSTS, POST_REFRESH, INTERACTIONS, MENTIONS, REVIEWS or INSIGHTS.';
comment on column mart.account_coverage.relation is 'Whether the accounts granted us access (OWNED) or belong to others (OTHER).';
comment on column mart.account_coverage.state is 'How complete the reading is: COMPLETE, LIMITED, PARTIAL, FAILED, NOT_OFFERED or NOT_DUE.';
comment on column mart.account_coverage.reason is 'Why it is not complete: a problem code, or what the platform does not offer; NULL where it is complete.';
comment on column mart.account_coverage.accounts is 'Accounts that were read so.';
comment on column mart.account_coverage.records is 'Records of them that landed.';
