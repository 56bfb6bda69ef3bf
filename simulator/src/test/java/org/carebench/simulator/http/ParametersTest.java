package org.carebench.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void keepsRepeatedNamesInOrder() {
        Parameters parameters = Parameters.parse("id[]=2&a=x&id%5B%5D=1&flag");

        assertThat(parameters.all("id[]")).containsExactly("2", "1");
        assertThat(parameters.first("flag")).isEmpty();
        assertThat(parameters.first("b")).isNull();
        assertThat(parameters.first("b", "none")).isEqualTo("none");
        assertThat(parameters.names()).containsExactly("id[]", "a", "flag");
    }

    @Test
    void decodesWhatItEncoded() {
        Parameters.Parameter parameter = new Parameters.Parameter("q", "niños & \"flu\"+1=é");

        assertThat(Parameters.parse(Parameters.encode(parameter)).entries()).containsExactly(parameter);
    }

    @Test
    void splitsCommaLists() {
        Parameters parameters = Parameters.parse("ids=1,2%2C3&none=");

        assertThat(parameters.list("ids")).containsExactly("1", "2", "3");
        assertThat(parameters.list("none")).isEmpty();
        assertThat(parameters.list("missing")).isEmpty();
    }

    @Test
    void refusesAPercentSignWithoutDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.parse("a=%g1"));
    }
}
