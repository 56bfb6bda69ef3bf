package org.carebench.simulator.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Refusal;
import org.junit.jupiter.api.Test;

class GraphPageTest {

    private static final List<String> LIST = List.of("a", "b", "c", "d", "e");

    private static GraphPage<String> page(Map<String, String> parameters) {
        return GraphPage.of(LIST, parameters::get, 2, 3);
    }

    @Test
    void cursorsLeadThroughTheListForwardAndBack() {
        GraphPage<String> first = page(Map.of());
        GraphPage<String> second = page(Map.of("after", first.after()));
        GraphPage<String> last = page(Map.of("after", second.after()));

        assertThat(first.items()).containsExactly("a", "b");
        assertThat(second.items()).containsExactly("c", "d");
        assertThat(last.items()).containsExactly("e");
        assertThat(second.isLast()).isFalse();
        assertThat(last.isLast()).isTrue();
        assertThat(page(Map.of("before", second.before())).items()).containsExactly("a", "b");
    }

    @Test
    void aLimitAboveTheLargestIsCut() {
        assertThat(page(Map.of("limit", "50")).items()).containsExactly("a", "b", "c");
    }

    @Test
    void anEmptyPageHasNoCursors() {
        GraphPage<String> behind = page(Map.of("after", GraphPage.cursor(5)));

        assertThat(behind.json(item -> Json.object()).toString()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void aForeignCursorIsRefused() {
        assertThatThrownBy(() -> page(Map.of("after", "nonsense")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.answer()
                                        .body()
                                        .at("/error/code")
                                        .asInt())
                                .isEqualTo(100));
    }
}
