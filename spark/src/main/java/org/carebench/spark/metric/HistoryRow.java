package org.carebench.spark.metric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.RatingScale;

/** Reads a row of {@link Histories}. */
final class HistoryRow {

    private HistoryRow() {}

    static ProviderHistory read(Row row) {
        return new ProviderHistory(
                row.getAs("organization_id"),
                list(row, "accounts", HistoryRow::account),
                list(row, "posts", HistoryRow::post),
                list(row, "observations", HistoryRow::observation),
                list(row, "items", HistoryRow::item),
                list(row, "ratings", HistoryRow::rating));
    }

    private static <T> List<T> list(Row row, String column, Function<Row, T> read) {
        int index = row.fieldIndex(column);
        return row.isNullAt(index)
                ? List.of()
                : row.<Row>getList(index).stream().map(read).toList();
    }

    private static ProviderAccount account(Row row) {
        Map<DataFamily, CoverageState> coverage = new HashMap<>();
        list(row, "coverage", family -> family)
                .forEach(family -> coverage.put(
                        DataFamily.valueOf(family.getAs("family")), CoverageState.valueOf(family.getAs("state"))));
        return new ProviderAccount(
                row.getAs("account_id"), row.getAs("platform"), row.<Boolean>getAs("is_owned"), coverage);
    }

    private static OwnPost post(Row row) {
        Map<String, AgedCounter> counters = new HashMap<>();
        list(row, "counters", counter -> counter)
                .forEach(counter -> counters.put(
                        counter.getAs("metric"),
                        new AgedCounter(counter.getAs("value"), counter.<Boolean>getAs("is_on_time"))));
        return new OwnPost(
                row.getAs("post_id"),
                row.getAs("account_id"),
                row.getAs("platform"),
                row.getAs("published_at"),
                row.getAs("day"),
                row.getAs("text_key"),
                row.<Boolean>getAs("is_short_lived"),
                counters,
                row.getAs("own_comments"),
                tags(row, "topic"),
                tags(row, "audience"));
    }

    private static Set<String> tags(Row post, String scheme) {
        Set<String> tags = new HashSet<>();
        list(post, "tags", tag -> tag).stream()
                .filter(tag -> scheme.equals(tag.getAs("scheme")))
                .forEach(tag -> tags.add(tag.getAs("tag")));
        return tags;
    }

    private static AccountObservation observation(Row row) {
        return new AccountObservation(
                row.getAs("account_id"),
                row.getAs("platform"),
                row.getAs("observed_at"),
                row.getAs("day"),
                AccountStatus.valueOf(row.getAs("status")),
                row.getAs("followers"),
                row.<Integer>getAs("known_fields"),
                row.<Integer>getAs("filled_fields"));
    }

    private static InboundItem item(Row row) {
        return new InboundItem(
                row.getAs("item_id"),
                row.getAs("platform"),
                row.getAs("received_at"),
                row.getAs("day"),
                row.getAs("first_reply_at"));
    }

    private static Rating rating(Row row) {
        return new Rating(
                row.getAs("review_id"),
                row.getAs("site"),
                row.getAs("day"),
                RatingScale.valueOf(row.getAs("rating_scale")),
                row.<Integer>getAs("rating"));
    }
}
