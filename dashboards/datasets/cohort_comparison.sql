-- How providers of high and low integration differ, by every estimator.
select
    claim, exposure, outcome, platform, peer_dimension, peer_group, exposure_end, outcome_start, outcome_end,
    estimator, layer, is_primary, is_headline, state, reason, estimate, unit, ci_low, ci_high, p_value, q_value,
    high, low, n_high, n_low, systems_high, systems_low, n_excluded, adjusted_for, detectable_difference,
    e_value, e_value_limit, verdict, finding, definition_version
from mart.cohort_comparison
order by
    claim collate "C", exposure collate "C", outcome collate "C", platform collate "C", exposure_end,
    peer_dimension collate "C", peer_group collate "C", layer collate "C", estimator collate "C"
