drop view if exists mart.hop_count;

create view mart.hop_count as
select
    hop_count.release_id,
    hop_count.hop,
    hop_count.subject,
    hop_count.rows_in,
    hop_count.rows_out,
    hop_count.rejected,
    hop_count.deduplicated
from ops.published_release as published
join ops.hop_count as hop_count using (release_id);

comment on view mart.hop_count is
    'Rows that entered and left each hop of the way, one row per hop and subject. Of the published release.';
comment on column mart.hop_count.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.hop_count.hop is 'land, conform, stage or merge.';
comment on column mart.hop_count.subject is 'Source or table that is counted.';
comment on column mart.hop_count.rows_in is 'Rows that entered the hop.';
comment on column mart.hop_count.rows_out is 'Rows that left it.';
comment on column mart.hop_count.rejected is 'Rows left out, each with a problem.';
comment on column mart.hop_count.deduplicated is 'Rows that repeated another one.';
