package org.carebench.simulator.world;

/** What providers talk about: the topics of the mission's question, and three of everyday life. */
public enum Topic {
    GENERAL_HEALTH,
    SPECIAL_DAYS,
    STAFF,
    BILLING_INSURANCE,
    RECRUITING,
    EARLY_DIAGNOSIS,
    PREVENTION,
    NEW_SERVICES,
    NEW_THERAPIES,
    AWARENESS,
    HEALTH_POLICY,
    TECHNOLOGY_BUSINESS,
    COMMUNITY
}
