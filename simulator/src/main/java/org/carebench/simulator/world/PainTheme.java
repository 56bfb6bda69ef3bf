package org.carebench.simulator.world;

/** What patients complain about. */
public enum PainTheme {
    BILLING,
    WAIT,
    COMMUNICATION,
    STAFF,
    FACILITY
}
