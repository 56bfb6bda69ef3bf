-- What was asked to run, and how it goes. A live execution is guarded by an advisory lock of the process that runs it;
-- a row that says RUNNING while nobody holds the lock belongs to a process that died.

create schema runs;
comment on schema runs is 'Executions of jobs: who asked for them, how far they are, and how they ended.';

create table runs.execution (
    execution_id bigint generated always as identity,
    job text not null,
    business_date date not null,
    platform text not null,
    mode text not null,
    revision integer,
    attempt integer not null,
    run integer not null,
    resumptions integer not null,
    status text not null,
    origin text not null,
    parent_id bigint,
    owner text not null,
    stop_reason text,
    retryable boolean,
    new_data boolean,
    message text,
    step text,
    done bigint,
    expected bigint,
    requested_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    seen_at timestamptz not null,
    caller jsonb,
    lineage jsonb,
    constraint execution_pk primary key (execution_id),
    constraint execution_parent_fk foreign key (parent_id) references runs.execution (execution_id),
    constraint execution_mode_known check (mode in ('ENSURE', 'RERUN')),
    constraint execution_origin_known check (origin in ('COMMAND', 'SERVICE', 'STAGE')),
    constraint execution_status_known
        check (status in ('QUEUED', 'RUNNING', 'STOPPING', 'STOPPED', 'SUCCEEDED', 'FAILED', 'LOST')),
    constraint execution_ended_when_over
        check ((ended_at is null) = (status in ('QUEUED', 'RUNNING', 'STOPPING')))
);

-- Never two at once; the advisory lock sees to it, and this index would tell if it did not.
create unique index execution_alone on runs.execution (job, business_date, platform)
where status in ('QUEUED', 'RUNNING', 'STOPPING');

create index execution_of_day on runs.execution (job, business_date, execution_id);

comment on table runs.execution is
    'Executions of jobs. Grain: one row per request that was not answered by an earlier one; a restart keeps the row.';
comment on column runs.execution.execution_id is 'Number by which callers know it.';
comment on column runs.execution.job is 'extract, benchmark, publish or nightly.';
comment on column runs.execution.business_date is 'The day that the night describes.';
comment on column runs.execution.platform is 'The only platform that an extraction reads; empty for all of them.';
comment on column runs.execution.mode is
    'ENSURE leaves alone what is complete, RERUN computes again as the next revision.';
comment on column runs.execution.revision is 'Revision that it works on; NULL until its inputs were looked at.';
comment on column runs.execution.attempt is 'How often it was asked to start: 1, and one more for each restart.';
comment on column runs.execution.run is
    'How often a process took it up, resumptions included; a process that is behind may not write.';
comment on column runs.execution.resumptions is
    'How often this attempt was taken up again after its process ended. Too many, and it is LOST.';
comment on column runs.execution.status is 'QUEUED, RUNNING, STOPPING, STOPPED, SUCCEEDED, FAILED or LOST.';
comment on column runs.execution.origin is
    'COMMAND for the command line, SERVICE for the job service, STAGE for a part of nightly.';
comment on column runs.execution.parent_id is 'The nightly execution that a stage belongs to; NULL for others.';
comment on column runs.execution.owner is 'Process that runs it, or ran it last.';
comment on column runs.execution.stop_reason is 'Why it was asked to stop; NULL where it was not.';
comment on column runs.execution.retryable is
    'Whether asking again may help, of one that ended without success; NULL otherwise.';
comment on column runs.execution.new_data is
    'False where its inputs are those of the release before; NULL where it is not known.';
comment on column runs.execution.message is 'One sentence on how it ended; NULL before.';
comment on column runs.execution.step is 'What it is doing, for example the name of a source; NULL before it does.';
comment on column runs.execution.done is 'Units that are done of what it is doing; NULL where it does not count.';
comment on column runs.execution.expected is 'Units that there are in all; NULL where it does not count.';
comment on column runs.execution.requested_at is 'When it was asked for, the last time.';
comment on column runs.execution.started_at is 'When it began, the last time; NULL while it waits.';
comment on column runs.execution.ended_at is 'When it ended; NULL before.';
comment on column runs.execution.seen_at is 'When its process last said how far it is.';
comment on column runs.execution.caller is 'Who asked, as the caller says; NULL where the caller does not.';
comment on column runs.execution.lineage is 'Names of the run in the lineage system of the caller; NULL without.';

create table runs.idempotency_key (
    idempotency_key text not null,
    payload_sha256 text not null,
    execution_id bigint not null,
    first_used_at timestamptz not null,
    constraint idempotency_key_pk primary key (idempotency_key),
    constraint idempotency_key_execution_fk foreign key (execution_id) references runs.execution (execution_id)
);

comment on table runs.idempotency_key is
    'Requests that were answered. Grain: one row per key; the same key is answered by the same execution.';
comment on column runs.idempotency_key.idempotency_key is 'The key as the caller chose it.';
comment on column runs.idempotency_key.payload_sha256 is 'Checksum of what was asked with it.';
comment on column runs.idempotency_key.execution_id is 'The execution that answers it.';
comment on column runs.idempotency_key.first_used_at is 'When it was used first.';
