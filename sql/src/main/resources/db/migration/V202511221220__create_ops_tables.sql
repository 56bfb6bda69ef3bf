-- What was run and published.

create table ops.release (
    release_id text not null,
    business_date date not null,
    revision integer not null,
    code_version text not null,
    input_fingerprint text not null,
    constraint release_pkey primary key (release_id),
    constraint release_revision_key unique (business_date, revision),
    constraint release_revision_positive check (revision >= 1),
    constraint release_id_form check (release_id = to_char(business_date, 'YYYY-MM-DD') || '.' || revision)
);

comment on table ops.release is
    'One row per release that was ever published. No time of loading: loading the same input again gives the '
    'same row.';
comment on column ops.release.release_id is 'Business date, a dot and the revision.';
comment on column ops.release.business_date is 'Day that the release describes.';
comment on column ops.release.revision is '1 for the first inputs of the business date, one more for each later change of them.';
comment on column ops.release.code_version is 'Version of the code that computed it.';
comment on column ops.release.input_fingerprint is 'Checksum over configuration and source files: equal fingerprints give equal releases.';

create table ops.published_release (
    is_pointer boolean not null default true,
    release_id text not null,
    constraint published_release_pkey primary key (is_pointer),
    constraint published_release_single_row check (is_pointer),
    constraint published_release_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table ops.published_release is
    'At most one row: the release that readers see.';
comment on column ops.published_release.is_pointer is 'Always true; keeps the table at one row.';
comment on column ops.published_release.release_id is 'The published release.';

create table ops.source_read (
    release_id text not null,
    source_id text not null,
    platform text not null,
    format text not null,
    file text not null,
    sha256 text not null,
    as_of date not null,
    rows_read bigint not null,
    rows_landed bigint not null,
    rows_rejected bigint not null,
    constraint source_read_pkey primary key (release_id, source_id),
    constraint source_read_release_fkey foreign key (release_id) references ops.release (release_id),
    constraint source_read_reconciles check (rows_read = rows_landed + rows_rejected)
);

comment on table ops.source_read is
    'One row per release and source: the rows that the night read from it, each landed or rejected.';
comment on column ops.source_read.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column ops.source_read.source_id is 'Source, for example cms-hospitals.';
comment on column ops.source_read.platform is 'Platform or registry of the source.';
comment on column ops.source_read.format is 'Format of the file.';
comment on column ops.source_read.file is 'File, relative to the input folder.';
comment on column ops.source_read.sha256 is 'Checksum of the file, lower-case hexadecimal.';
comment on column ops.source_read.as_of is 'Date of the file.';
comment on column ops.source_read.rows_read is 'Rows after the header.';
comment on column ops.source_read.rows_landed is 'Rows that gave at least one record.';
comment on column ops.source_read.rows_rejected is 'Rows left out, each with a problem.';

create table ops.hop_count (
    release_id text not null,
    hop text not null,
    subject text not null,
    rows_in bigint not null,
    rows_out bigint not null,
    rejected bigint not null,
    deduplicated bigint not null,
    constraint hop_count_pkey primary key (release_id, hop, subject),
    constraint hop_count_release_fkey foreign key (release_id) references ops.release (release_id),
    constraint hop_count_reconciles check (rows_in = rows_out + rejected + deduplicated)
);

comment on table ops.hop_count is
    'One row per release, hop and subject: rows that entered and left. Nothing is lost: in = out + rejected + '
    'deduplicated.';
comment on column ops.hop_count.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column ops.hop_count.hop is 'land, conform, stage or merge.';
comment on column ops.hop_count.subject is 'Source or table that is counted.';
comment on column ops.hop_count.rows_in is 'Rows that entered the hop.';
comment on column ops.hop_count.rows_out is 'Rows that left it.';
comment on column ops.hop_count.rejected is 'Rows left out, each with a problem.';
comment on column ops.hop_count.deduplicated is 'Rows that repeated another one.';

create table ops.problem (
    release_id text not null,
    source_id text not null,
    file text not null,
    line bigint not null,
    code text not null,
    column_name text,
    organization_id text,
    is_rejected boolean not null,
    message text not null,
    constraint problem_pkey primary key (release_id, source_id, file, line, code),
    constraint problem_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table ops.problem is
    'One row per release and rejected row or undecided question.';
comment on column ops.problem.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column ops.problem.source_id is 'Source that the problem was met in.';
comment on column ops.problem.file is 'File, relative to the input folder.';
comment on column ops.problem.line is 'Line at which the row starts, the header being line 1.';
comment on column ops.problem.code is 'What kind of problem it is.';
comment on column ops.problem.column_name is 'Column that shows it; NULL where the whole row does.';
comment on column ops.problem.organization_id is 'Id of the provider concerned, where it is known.';
comment on column ops.problem.is_rejected is 'Whether the row was left out because of it.';
comment on column ops.problem.message is 'What was found and what to do, in a sentence without personal data.';

create table ops.check_result (
    release_id text not null,
    check_id text not null,
    severity text not null,
    violations bigint not null,
    total bigint not null,
    threshold_pct double precision not null,
    status text not null,
    note text not null,
    constraint check_result_pkey primary key (release_id, check_id),
    constraint check_result_release_fkey foreign key (release_id) references ops.release (release_id),
    constraint check_result_severity_known check (severity in ('fatal', 'warning')),
    constraint check_result_status_known check (status in ('PASSED', 'FAILED', 'NOT_APPLICABLE'))
);

comment on table ops.check_result is
    'One row per release and quality check.';
comment on column ops.check_result.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column ops.check_result.check_id is 'Check, as config/quality/checks.csv names it.';
comment on column ops.check_result.severity is 'fatal stops publishing, warning does not.';
comment on column ops.check_result.violations is 'Rows that violate the check.';
comment on column ops.check_result.total is 'Rows that were checked.';
comment on column ops.check_result.threshold_pct is 'Share of violations up to which the check passes, in percent.';
comment on column ops.check_result.status is 'PASSED, FAILED, or NOT_APPLICABLE where there was nothing to check.';
comment on column ops.check_result.note is 'What the check protects.';

create function ops.next_business_date(business_date date) returns date
    language sql stable strict
    return (select min(release.business_date) from ops.release as release where release.business_date > $1);

comment on function ops.next_business_date is
    'The smallest published business date after the given one; NULL where there is none. A night''s snapshot holds up to it.';
