package org.carebench.spark.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void aThousandRepetitionsLeaveATestOfFivePercentThisMuchChance() {
        Gate gate = Gate.share("rejections", 0.05, 1000);

        assertThat(gate.low()).isCloseTo(0.032, within(0.0005));
        assertThat(gate.high()).isCloseTo(0.068, within(0.0005));
    }

    @Test
    void fewerRepetitionsLeaveItMore() {
        assertThat(Gate.share("rejections", 0.05, 200).band()).isEqualTo("0.010 to 0.090");
    }

    @Test
    void whatIsNotKnownNeverPasses() {
        assertThat(Gate.atLeast("power", 0.9).holds(Double.NaN)).isFalse();
        assertThat(Gate.atMost("bias", 0.9).holds(Double.NaN)).isFalse();
    }

    @Test
    void aValueOutsideTheBandFails() {
        assertThat(Gate.within("bias", 3).holds(-3.01)).isFalse();
        assertThat(Gate.within("bias", 3).holds(2.99)).isTrue();
        assertThat(Gate.exactly("refused", 1).holds(0.99)).isFalse();
    }
}
