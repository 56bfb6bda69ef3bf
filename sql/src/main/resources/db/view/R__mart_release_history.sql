drop view if exists mart.release_history;

create view mart.release_history as
select
    release.release_id,
    release.business_date,
    release.revision,
    release.code_version,
    release.input_fingerprint,
    published.release_id is not null as is_published
from ops.release as release
left join ops.published_release as published using (release_id);

comment on view mart.release_history is
    'Every release that was ever published, one row each.';
comment on column mart.release_history.release_id is 'Business date, a dot and the revision.';
comment on column mart.release_history.business_date is 'Day that the release describes.';
comment on column mart.release_history.revision is '1 for the first inputs of the business date, one more for each later change of them.';
comment on column mart.release_history.code_version is 'Version of the code that computed it.';
comment on column mart.release_history.input_fingerprint is 'Checksum over configuration and source files: equal fingerprints give equal releases.';
comment on column mart.release_history.is_published is 'Whether readers see this release.';
