drop view if exists mart.measure;

create view mart.measure as
select
    measure.measure_id,
    measure.version,
    measure.title,
    measure.question,
    measure.numerator,
    measure.denominator,
    measure.unit,
    measure.direction
from warehouse.dim_measure as measure
where exists (
    select
    from ops.published_release as published
    join warehouse.result_peer_distribution as distribution using (release_id)
    where distribution.measure_id = measure.measure_id
      and distribution.definition_version = measure.version
);

comment on view mart.measure is
    'Definitions of the measures that the published release reports on, one row each.';
comment on column mart.measure.measure_id is 'Measure, for example hcahps_recommend_top.';
comment on column mart.measure.version is 'Version of the definition, written beside every result.';
comment on column mart.measure.title is 'Short name for headings.';
comment on column mart.measure.question is 'The question in plain words.';
comment on column mart.measure.numerator is 'What is counted, or what the points are given for.';
comment on column mart.measure.denominator is 'Out of what.';
comment on column mart.measure.unit is 'Unit of the value: top_box_pct, pct, points, stars or linear_score.';
comment on column mart.measure.direction is 'Whether more of it is better, as the configuration says.';
