package org.carebench.simulator.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphFieldTest {

    @Test
    void fieldsHoldModifiersAndFieldsOfTheirOwn() {
        List<GraphField> fields = GraphField.parse(
                "business_discovery.username(clinic.one){id, media.after(QQ==).limit(2){id,caption}},id");

        GraphField discovery = fields.get(0);
        assertThat(discovery.modifier("username")).isEqualTo("clinic.one");
        assertThat(discovery.fields()).extracting(GraphField::name).containsExactly("id", "media");
        assertThat(discovery.fields().get(1).modifiers()).isEqualTo(Map.of("after", "QQ==", "limit", "2"));
        assertThat(discovery.fields().get(1).fields())
                .extracting(GraphField::name)
                .containsExactly("id", "caption");
        assertThat(fields.get(1)).isEqualTo(new GraphField("id", Map.of(), List.of()));
    }

    @Test
    void aFieldIsWrittenAsItWasRead() {
        String text = "replies.limit(3){id,from}";

        assertThat(GraphField.parse(text).get(0).text()).isEqualTo(text);
    }

    @Test
    void nothingAskedIsNoField() {
        assertThat(GraphField.parse(" ")).isEmpty();
    }

    @Test
    void missingBracketsAreTold() {
        assertThatThrownBy(() -> GraphField.parse("media{id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected \"}\" at character 8 of the fields");
        assertThatThrownBy(() -> GraphField.parse("media.limit(5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected \")\" at character 12 of the fields");
        assertThatThrownBy(() -> GraphField.parse("id,"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected name at character 3 of the fields");
        assertThatThrownBy(() -> GraphField.parse("id}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected end of string at character 2 of the fields");
    }
}
