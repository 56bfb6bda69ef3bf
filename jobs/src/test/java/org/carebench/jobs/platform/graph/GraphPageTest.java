package org.carebench.jobs.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;

class GraphPageTest {

    private static final String NEXT = "\"next\": \"https://graph.example.org/1?access_token=t&after=B\"";
    private static final String CURSORS = "\"cursors\": {\"before\": \"A\", \"after\": \"B\"}";

    @Test
    void goesOnAsLongAsThereIsANextPageEvenIfThisOneIsEmpty() {
        assertThat(page("{\"data\": [], \"paging\": {" + CURSORS + ", " + NEXT + "}}"))
                .returns("B", GraphPage::after);
    }

    @Test
    void endsWhereThereIsNoNextPageThoughThereIsACursor() {
        assertThat(page("{\"data\": [{\"id\": \"1\"}], \"paging\": {" + CURSORS + "}}")
                        .after())
                .isNull();
        assertThat(page("{\"data\": []}").after()).isNull();
    }

    @Test
    void refusesAnAnswerWithoutData() {
        assertThatThrownBy(() -> page("{\"id\": \"1\"}"))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(PlatformProblem.of(
                                        ProblemCode.CONTRACT_DRIFT, "endpoint", "200 without data")));
    }

    @Test
    void refusesANextPageThatItCannotAskForWithoutFollowingTheAddress() {
        assertThatThrownBy(() -> page("{\"data\": [], \"paging\": {" + NEXT + "}}"))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(PlatformProblem.of(
                                        ProblemCode.CONTRACT_DRIFT, "endpoint", "200 next page without cursor")));
    }

    @Test
    void goesOnWithinAFieldByTheCursorAlone() {
        assertThat(nested("{\"data\": [{\"id\": \"1\"}], \"paging\": {" + CURSORS + "}}"))
                .returns("B", GraphPage::after);
    }

    @Test
    void endsWithinAFieldWithAnEmptyPageOrWithoutCursor() {
        assertThat(nested("{\"data\": [], \"paging\": {" + CURSORS + "}}").after())
                .isNull();
        assertThat(nested("{\"data\": [{\"id\": \"1\"}], \"paging\": {\"cursors\": {\"before\": \"A\"}}}")
                        .after())
                .isNull();
        assertThat(GraphPage.nested("edge", Fields.of(null)).items()).isEmpty();
    }

    @Test
    void readsTheOthersWhereOneItemCannotBeRead() {
        Page<String> page = page("{\"data\": [{\"id\": \"1\", \"name\": \"a\"}, {\"id\": \"2\"}, {\"name\": \"c\"}]}")
                .read(item -> item.requiredText("name"));

        assertThat(page.items()).containsExactly("a", "c");
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "2", PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, "endpoint", "field name")));
    }

    private static GraphPage page(String body) {
        return GraphPage.of(TestClients.answer(200, body));
    }

    private static GraphPage nested(String edge) {
        return GraphPage.nested("edge", TestClients.json(edge));
    }
}
