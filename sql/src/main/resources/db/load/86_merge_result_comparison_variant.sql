-- Replaces the rows of the release.

delete from warehouse.result_comparison_variant
where release_id = :release_id;

insert into warehouse.result_comparison_variant (
    release_id, claim, exposure, outcome, platform, exposure_end, variant, cut_off, weighting, strata,
    estimator, exclusion, is_headline, state, estimate, ci_low, ci_high, n_high, n_low, unit,
    definition_version
)
select
    release_id, claim, exposure, outcome, platform, exposure_end, variant, cut_off, weighting, strata,
    estimator, exclusion, is_headline, state, estimate, ci_low, ci_high, n_high, n_low, unit,
    definition_version
from staging.stg_comparison_variant
where release_id = :release_id;
