-- Violations: providers in force just before the business date that the night does not list. Total: those in force.
select
    count(*) filter (where staged.organization_id is null) as violations,
    count(*) as total
from warehouse.dim_organization as version
left join staging.stg_organization as staged
  on staged.release_id = :release_id
    and staged.organization_id = version.organization_id
where version.valid_from < split_part(:release_id, '.', 1)::date
  and coalesce(version.valid_to, 'infinity') >= split_part(:release_id, '.', 1)::date;
