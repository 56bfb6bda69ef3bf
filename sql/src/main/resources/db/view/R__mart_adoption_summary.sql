drop view if exists mart.adoption_summary;

create view mart.adoption_summary as
select
    summary.release_id,
    summary.platform,
    summary.peer_dimension,
    summary.peer_group,
    summary.providers,
    summary.providers_present,
    summary.suppressed_reason
from ops.published_release as published
join warehouse.result_adoption_summary as summary using (release_id);

comment on view mart.adoption_summary is
    'How many providers of a peer group have a known account, one row per platform, peer dimension and peer '
    'group. Of the published release.';
comment on column mart.adoption_summary.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.adoption_summary.platform is 'Platform.';
comment on column mart.adoption_summary.peer_dimension is 'What providers are grouped by: national, ownership, ownership_group, type, state or bed_band.';
comment on column mart.adoption_summary.peer_group is 'The group.';
comment on column mart.adoption_summary.providers is 'Providers in the group; NULL where suppressed.';
comment on column mart.adoption_summary.providers_present is 'Those with a known account; NULL where suppressed. The others are unknown, not absent.';
comment on column mart.adoption_summary.suppressed_reason is 'Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.';
