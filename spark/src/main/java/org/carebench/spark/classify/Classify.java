package org.carebench.spark.classify;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.curated.AnswerableItem;
import org.carebench.contract.curated.PostTag;
import org.carebench.spark.classify.text.TextClassifier;
import org.carebench.spark.table.Table;

/** From curated texts to the curated tables that say what they are about. */
public final class Classify {

    private Classify() {}

    /** The tables, in the order in which they are written. */
    public static List<Table> tables(
            Dataset<Row> posts, Dataset<Row> interactions, Dataset<Row> reviews, TextClassifier classifier) {
        return List.of(
                Table.of(PostTag.class, PostTags.of(posts, classifier)),
                Table.of(AnswerableItem.class, AnswerableItems.of(posts, interactions, reviews, classifier)));
    }
}
