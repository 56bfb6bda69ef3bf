drop view if exists mart.release;

create view mart.release as
select
    release.release_id,
    release.business_date,
    release.revision,
    release.code_version,
    release.input_fingerprint
from ops.published_release as published
join ops.release as release using (release_id);

comment on view mart.release is
    'The release that readers see, one row.';
comment on column mart.release.release_id is 'Business date, a dot and the revision.';
comment on column mart.release.business_date is 'Day that the release describes.';
comment on column mart.release.revision is '1 for the first inputs of the business date, one more for each later change of them.';
comment on column mart.release.code_version is 'Version of the code that computed it.';
comment on column mart.release.input_fingerprint is 'Checksum over configuration and source files: equal fingerprints give equal releases.';
