drop view if exists mart.source_read;

create view mart.source_read as
select
    source_read.release_id,
    source_read.source_id,
    source_read.platform,
    source_read.format,
    source_read.file,
    source_read.sha256,
    source_read.as_of,
    source_read.rows_read,
    source_read.rows_landed,
    source_read.rows_rejected
from ops.published_release as published
join ops.source_read as source_read using (release_id);

comment on view mart.source_read is
    'The rows that the night read from each source, one row per source. Of the published release.';
comment on column mart.source_read.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.source_read.source_id is 'Source, for example cms-hospitals.';
comment on column mart.source_read.platform is 'Platform or registry of the source.';
comment on column mart.source_read.format is 'Format of the file.';
comment on column mart.source_read.file is 'File, relative to the input folder.';
comment on column mart.source_read.sha256 is 'Checksum of the file, lower-case hexadecimal.';
comment on column mart.source_read.as_of is 'Date of the file.';
comment on column mart.source_read.rows_read is 'Rows after the header that are about what the format reads.';
comment on column mart.source_read.rows_landed is 'Rows that gave at least one record.';
comment on column mart.source_read.rows_rejected is 'Rows left out, each with a problem.';
