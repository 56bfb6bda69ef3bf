-- Problems of live platforms name the account, the post and the family of data, and when the platform can be asked again.
-- Staging holds nothing between two publications, so its table is made again with the columns in the order of the contract.

drop table staging.stg_problem;

create unlogged table staging.stg_problem (
    release_id text not null,
    source_id text,
    file text,
    line bigint,
    code text,
    column_name text,
    organization_id text,
    account_id text,
    post_id text,
    family text,
    retry_at timestamptz,
    is_rejected boolean,
    message text
);

comment on table staging.stg_problem is
    'One row per rejected row or undecided question, per release that is being published.';
comment on column staging.stg_problem.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_problem.source_id is 'Source that the problem was met in.';
comment on column staging.stg_problem.file is 'File, relative to the input folder, or endpoint of a platform.';
comment on column staging.stg_problem.line is 'Line at which the row starts, the header being line 1, or number of the problem within its shard.';
comment on column staging.stg_problem.code is 'What kind of problem it is.';
comment on column staging.stg_problem.column_name is 'Column that shows it; NULL where the whole row does.';
comment on column staging.stg_problem.organization_id is 'Id of the provider concerned, where it is known.';
comment on column staging.stg_problem.account_id is 'Account concerned, unique across platforms.';
comment on column staging.stg_problem.post_id is 'Post concerned, unique across platforms.';
comment on column staging.stg_problem.family is 'Family of data concerned.';
comment on column staging.stg_problem.retry_at is 'When the platform can be asked again, where it says so.';
comment on column staging.stg_problem.is_rejected is 'Whether the row was left out because of it.';
comment on column staging.stg_problem.message is 'What was found and what to do, in a sentence without personal data.';

alter table ops.problem
    add column account_id text,
    add column post_id text,
    add column family text,
    add column retry_at timestamptz;

comment on column ops.problem.file is 'File, relative to the input folder, or endpoint of a platform.';
comment on column ops.problem.line is 'Line at which the row starts, the header being line 1, or number of the problem within its shard.';
comment on column ops.problem.account_id is 'Account concerned, unique across platforms.';
comment on column ops.problem.post_id is 'Post concerned, unique across platforms.';
comment on column ops.problem.family is 'Family of data concerned.';
comment on column ops.problem.retry_at is 'When the platform can be asked again, where it says so.';
