package org.carebench.contract.dataset;

/** Scales on which reviews rate. */
public enum RatingScale {
    STARS_1_5,
    RECOMMEND_YES_NO
}
