-- What the index of each provider is made of in the newest period; loaded only when a provider is looked at.
select organization_id, pillar, component, value, state, peers, percentile, is_without_variance
from mart.latest_component
order by organization_id collate "C", pillar collate "C", component collate "C"
