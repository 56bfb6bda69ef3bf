create table ops.night (
    business_date date not null,
    revision integer not null,
    input_fingerprint text not null,
    constraint night_pk primary key (business_date, revision),
    constraint night_revision_positive check (revision >= 1)
);

comment on table ops.night is
'Revisions of a business date. A revision belongs to exact inputs: other inputs for the same date take the next one. Grain: one row per business date and revision.';
comment on column ops.night.business_date is 'The day that the night describes.';
comment on column ops.night.revision is '1 for the first inputs of the business date, one more for each later change of them.';
comment on column ops.night.input_fingerprint is 'SHA-256 over definitions, settings and source files of the night.';
