-- Every provider of the release, so that those that no survey covers can be found too.
select organization_id, name, state, organization_type, ownership, ownership_group, beds, bed_band
from mart.organization
order by organization_id collate "C"
