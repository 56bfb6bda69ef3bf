-- How the index against the baseline year went over the periods; loaded only when a provider is looked at.
select organization_id, period_start, index_absolute, definition_version
from mart.integration_index
order by organization_id collate "C", period_start
