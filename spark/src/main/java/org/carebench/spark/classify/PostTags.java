package org.carebench.spark.classify;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.carebench.contract.dataset.PostKind;
import org.carebench.spark.classify.text.TextClassifier;

/** Topics and audiences of what providers publish of their own accord. */
final class PostTags {

    private static final ArrayType TAGS = DataTypes.createArrayType(DataTypes.StringType, false);

    private PostTags() {}

    /**
     * One row per post and tag. Originals and quotes of providers only: replies answer somebody, and what is passed on is
     * somebody else's. A post without title and text has no tags.
     */
    static Dataset<Row> of(Dataset<Row> posts, TextClassifier classifier) {
        UserDefinedFunction topics = udf((UDF1<String, List<String>>) classifier::topics, TAGS);
        UserDefinedFunction audiences = udf((UDF1<String, List<String>>) classifier::audiences, TAGS);
        return posts.where(col("account_id").isNotNull())
                .where(col("kind").isin(PostKind.ORIGINAL.name(), PostKind.QUOTE.name()))
                .where(col("title").isNotNull().or(col("text").isNotNull()))
                .withColumn("content", concat_ws("\n", col("title"), col("text")))
                .select(
                        col("post_id"),
                        inline(array(
                                scheme("topic", topics.apply(col("content"))),
                                scheme("audience", audiences.apply(col("content"))))))
                .select(col("post_id"), col("scheme"), explode(col("tags")).as("tag"))
                .withColumn("taxonomy_version", lit(classifier.version()));
    }

    private static Column scheme(String name, Column tags) {
        return struct(lit(name).as("scheme"), tags.as("tags"));
    }
}
