drop view if exists mart.problem_summary;

create view mart.problem_summary as
select
    problem.release_id,
    problem.source_id,
    source_read.platform,
    problem.family,
    problem.code,
    problem.is_rejected,
    count(*) as problems
from ops.published_release as published
join ops.problem as problem using (release_id)
left join ops.source_read as source_read
  on source_read.release_id = problem.release_id
    and source_read.source_id = problem.source_id
group by
    problem.release_id, problem.source_id, source_read.platform, problem.family, problem.code, problem.is_rejected;

comment on view mart.problem_summary is
    'Problems by source and kind, one row per source, family of data, code and whether the rows were left out. '
    'Of the published release.';
comment on column mart.problem_summary.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.problem_summary.source_id is 'Source that the problem was met in.';
comment on column mart.problem_summary.platform is 'Platform or registry of the source; NULL where only an earlier revision of the night read it.';
comment on column mart.problem_summary.family is 'Family of data concerned; NULL for sources that are files.';
comment on column mart.problem_summary.code is 'What kind of problem it is.';
comment on column mart.problem_summary.is_rejected is 'Whether the row was left out because of it.';
comment on column mart.problem_summary.problems is 'How many.';
