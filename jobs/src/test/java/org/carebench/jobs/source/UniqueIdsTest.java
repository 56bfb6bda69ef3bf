package org.carebench.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.carebench.contract.dataset.ProblemCode;
import org.junit.jupiter.api.Test;

class UniqueIdsTest {

    private final UniqueIds ids = new UniqueIds();
    private final SourceField field = new SourceField("Facility ID", "010001");

    @Test
    void letsTheFirstRowOfEveryIdPass() {
        assertThat(ids.first(field, "cms:010001")).isEqualTo("cms:010001");
        assertThat(ids.first(field, "cms:010002")).isEqualTo("cms:010002");
    }

    @Test
    void rejectsLaterRowsOfAnId() {
        ids.first(field, "cms:010001");

        assertThatThrownBy(() -> ids.first(field, "cms:010001"))
                .isInstanceOfSatisfying(RowRejectedException.class, rejection -> {
                    assertThat(rejection.code()).isEqualTo(ProblemCode.DUPLICATE_ID);
                    assertThat(rejection.column()).isEqualTo("Facility ID");
                })
                .hasMessage("Column 'Facility ID' repeats an id that stands in an earlier row");
    }
}
