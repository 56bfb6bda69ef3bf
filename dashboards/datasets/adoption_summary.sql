-- How many providers of each peer group have a known account; counts are null where a group is suppressed.
select platform, peer_dimension, peer_group, providers, providers_present, suppressed_reason
from mart.adoption_summary
order by platform collate "C", peer_dimension collate "C", peer_group collate "C"
