-- What the headline would be under other reasonable choices.
select
    claim, exposure, outcome, platform, exposure_end, variant, cut_off, weighting, strata, estimator, exclusion,
    is_headline, state, estimate, ci_low, ci_high, n_high, n_low, unit, definition_version
from mart.comparison_variant
order by claim collate "C", outcome collate "C", platform collate "C", exposure_end, variant collate "C"
