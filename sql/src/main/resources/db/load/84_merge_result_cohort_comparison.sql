-- Replaces the rows of the release.

delete from warehouse.result_cohort_comparison
where release_id = :release_id;

insert into warehouse.result_cohort_comparison (
    release_id, claim, exposure, outcome, platform, peer_dimension, peer_group, exposure_end, outcome_start,
    outcome_end, estimator, layer, is_primary, is_headline, state, reason, estimate, unit, ci_low, ci_high,
    standard_error, p_value, q_value, high, low, n_high, n_low, systems_high, systems_low, n_excluded,
    adjusted_for, detectable_difference, e_value, e_value_limit, verdict, finding, definition_version
)
select
    release_id, claim, exposure, outcome, platform, peer_dimension, peer_group, exposure_end, outcome_start,
    outcome_end, estimator, layer, is_primary, is_headline, state, reason, estimate, unit, ci_low, ci_high,
    standard_error, p_value, q_value, high, low, n_high, n_low, systems_high, systems_low, n_excluded,
    adjusted_for, detectable_difference, e_value, e_value_limit, verdict, finding, definition_version
from staging.stg_cohort_comparison
where release_id = :release_id;
