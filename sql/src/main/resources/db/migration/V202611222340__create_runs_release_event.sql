-- What others are to be told of, written with what it is about: a release that is published is told of once, and one that is
-- not is not.

create table runs.release_event (
    release_id text not null,
    asset text not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    failure text,
    constraint release_event_pk primary key (release_id, asset)
);

comment on table runs.release_event is
    'Publications that Airflow is to be told of. Grain: one row per release and asset.';
comment on column runs.release_event.release_id is 'The release that was published.';
comment on column runs.release_event.asset is 'URI of the asset that changed with it.';
comment on column runs.release_event.created_at is 'When it was published.';
comment on column runs.release_event.sent_at is 'When Airflow was told; NULL before.';
comment on column runs.release_event.failure is 'Why Airflow could not be told the last time; NULL otherwise.';
