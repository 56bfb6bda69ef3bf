drop view if exists mart.account_coverage;

create view mart.account_coverage as
select
    account.release_id,
    account.platform,
    account.family,
    account.relation,
    account.state,
    account.reason,
    count(*) as accounts,
    sum(account.records)::bigint as records
from (
    -- A later run goes on where an earlier one had to stop: it says how complete the reading became.
    select
        reading.release_id,
        reading.account_id,
        reading.platform,
        reading.family,
        reading.relation,
        (array_agg(reading.state order by reading.run desc))[1] as state,
        (array_agg(reading.reason order by reading.run desc))[1] as reason,
        sum(reading.records) as records
    from (
        -- An account of several providers is read once.
        select distinct
            coverage.release_id,
            coverage.account_id,
            coverage.platform,
            coverage.family,
            coverage.relation,
            coverage.run,
            coverage.state,
            coverage.reason,
            coverage.records
        from ops.published_release as published
        join ops.account_coverage as coverage using (release_id)
    ) as reading
    group by reading.release_id, reading.account_id, reading.platform, reading.family, reading.relation
) as account
group by
    account.release_id, account.platform, account.family, account.relation, account.state, account.reason;

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
