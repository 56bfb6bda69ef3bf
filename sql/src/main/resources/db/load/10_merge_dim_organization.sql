-- The night's snapshot is the truth on [business_date, next_date), next_date being the next published business date.
-- Outside of it nothing changes, so the order in which nights are published, and publishing one again, do not matter.
-- Rows are compared whole, as jsonb: NULL equals NULL, and no column can be forgotten.
-- The date of the registry file is left out: a new file that says the same opens no version.

set constraints warehouse.dim_organization_versions_do_not_overlap deferred;

-- 1. Cut out of [business_date, next_date) what the night does not confirm.
with outdated as (
    select version.*
    from warehouse.dim_organization as version
    where version.valid_from <= :business_date
      and coalesce(version.valid_to, 'infinity') > :business_date
      and not exists (
          select
          from staging.stg_organization as staged
          where staged.release_id = :release_id
            and staged.organization_id = version.organization_id
            and to_jsonb(staged) - '{release_id,source_as_of}'::text[] = to_jsonb(version) - '{valid_from,valid_to}'::text[]
      )
),
kept_after as (
    insert into warehouse.dim_organization (
        organization_id, registry, facility_id, name, organization_type, ownership, ownership_group,
        address, city, county, state, postal_code, country, phone, has_emergency_services, overall_rating,
        overall_rating_state, overall_rating_footnotes, beds, bed_band, bed_match, directory_id, region, time_zone,
        system_id, is_teaching, is_rural, valid_from, valid_to
    )
    select
        organization_id, registry, facility_id, name, organization_type, ownership, ownership_group,
        address, city, county, state, postal_code, country, phone, has_emergency_services, overall_rating,
        overall_rating_state, overall_rating_footnotes, beds, bed_band, bed_match, directory_id, region, time_zone,
        system_id, is_teaching, is_rural, ops.next_business_date(:business_date), valid_to
    from outdated
    where coalesce(valid_to, 'infinity') > ops.next_business_date(:business_date)
),
kept_before as (
    update warehouse.dim_organization as version
    set valid_to = :business_date
    from outdated
    where version.organization_id = outdated.organization_id
      and version.valid_from = outdated.valid_from
      and version.valid_from < :business_date
)
delete from warehouse.dim_organization as version
using outdated
where version.organization_id = outdated.organization_id
  and version.valid_from = outdated.valid_from
  and version.valid_from = :business_date;

-- 2. Put in what the night says and no version says yet.
insert into warehouse.dim_organization (
    organization_id, registry, facility_id, name, organization_type, ownership, ownership_group, address, city,
    county, state, postal_code, country, phone, has_emergency_services, overall_rating, overall_rating_state,
    overall_rating_footnotes, beds, bed_band, bed_match, directory_id, region, time_zone, system_id,
    is_teaching, is_rural, valid_from, valid_to
)
select
    staged.organization_id, staged.registry, staged.facility_id, staged.name, staged.organization_type,
    staged.ownership, staged.ownership_group, staged.address, staged.city, staged.county, staged.state,
    staged.postal_code, staged.country, staged.phone, staged.has_emergency_services, staged.overall_rating,
    staged.overall_rating_state, staged.overall_rating_footnotes, staged.beds, staged.bed_band,
    staged.bed_match, staged.directory_id, staged.region, staged.time_zone, staged.system_id,
    staged.is_teaching, staged.is_rural, :business_date, ops.next_business_date(:business_date)
from staging.stg_organization as staged
where staged.release_id = :release_id
  and not exists (
      select
      from warehouse.dim_organization as version
      where version.organization_id = staged.organization_id
        and version.valid_from <= :business_date
        and coalesce(version.valid_to, 'infinity') > :business_date
  );

-- 3. Join it with the version that follows, where they say the same.
with following as (
    delete from warehouse.dim_organization as following
    using warehouse.dim_organization as version
    where following.valid_from = ops.next_business_date(:business_date)
      and version.organization_id = following.organization_id
      and version.valid_to = following.valid_from
      and to_jsonb(version) - '{valid_from,valid_to}'::text[] = to_jsonb(following) - '{valid_from,valid_to}'::text[]
    returning
        following.organization_id, following.valid_from, following.valid_to
)
update warehouse.dim_organization as version
set valid_to = following.valid_to
from following
where version.organization_id = following.organization_id
  and version.valid_to = following.valid_from;

-- 4. Join it with the version that goes before, likewise.
with following as (
    delete from warehouse.dim_organization as following
    using warehouse.dim_organization as version
    where following.valid_from = :business_date
      and version.organization_id = following.organization_id
      and version.valid_to = following.valid_from
      and to_jsonb(version) - '{valid_from,valid_to}'::text[] = to_jsonb(following) - '{valid_from,valid_to}'::text[]
    returning
        following.organization_id, following.valid_from, following.valid_to
)
update warehouse.dim_organization as version
set valid_to = following.valid_to
from following
where version.organization_id = following.organization_id
  and version.valid_to = following.valid_from;

set constraints warehouse.dim_organization_versions_do_not_overlap immediate;
