package org.carebench.contract.lake;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the index is examined.
 *
 * @param minimumProviders checks of fewer providers say NOT_ENOUGH_DATA
 * @param weightDraws how many random weights are tried
 * @param weightConcentration parameter of the Dirichlet distribution that weights are drawn from, the same for all pillars
 * @param gates what checks are held to; a check without a gate informs only
 */
public record ValidityRule(int minimumProviders, int weightDraws, int weightConcentration, List<Gate> gates)
        implements Serializable {

    /**
     * Bounds of a check, inclusive.
     *
     * @param check as index_validity names it
     * @param isFatal whether a value outside stops the release; otherwise it warns
     */
    public record Gate(String check, double low, double high, boolean isFatal) implements Serializable {}

    public ValidityRule {
        gates = List.copyOf(gates);
        if (minimumProviders < 2 || weightDraws < 1 || weightConcentration < 1) {
            throw new IllegalArgumentException("Cannot examine the index: minimumProviders is " + minimumProviders
                    + ", weightDraws " + weightDraws + " and weightConcentration " + weightConcentration
                    + "; they must be at least 2, 1 and 1");
        }
        Set<String> checks = new HashSet<>();
        for (Gate gate : gates) {
            if (!checks.add(gate.check()) || !(gate.low() <= gate.high())) {
                throw new IllegalArgumentException("Cannot examine the index: the gate of " + gate.check()
                        + " is given twice, or its low is above its high");
            }
        }
    }
}
