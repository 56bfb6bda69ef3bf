-- Readers move to this release, unless they already see a later business date or a later revision of this one: publishing
-- an old date again must not take them back.
insert into ops.published_release as published (release_id)
values (:release_id)
on conflict on constraint published_release_pkey do update
set release_id = excluded.release_id
where (:business_date, :revision) > (
    select release.business_date, release.revision
    from ops.release as release
    where release.release_id = published.release_id
);
