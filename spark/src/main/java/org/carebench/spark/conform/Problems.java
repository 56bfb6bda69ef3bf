package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.lake.SourceRead;
import org.carebench.spark.table.Table;

/** What could not be decided while conforming. Nothing is rejected here: the rows concerned are kept. */
final class Problems {

    private final Map<String, String> fileOfSource = new TreeMap<>();

    Problems(List<SourceRead> sources) {
        sources.forEach(source -> fileOfSource.put(source.sourceId(), source.file()));
    }

    /** One row per provider whose beds are AMBIGUOUS. */
    Dataset<Row> ambiguousMatches(Dataset<Row> organizations, Dataset<Row> matches) {
        Column message = when(
                        col("candidates").gt(1),
                        concat(
                                lit("Cannot tell which facility is meant: "),
                                col("candidates"),
                                lit(" of the directory agree equally well; none gives its beds")))
                .otherwise(
                        "Cannot tell whose facility it is: the 1 that agrees best agrees as well with another provider;"
                                + " it gives its beds to neither");
        Dataset<Row> undecided = matches.where(col("directory_id").isNull());
        Dataset<Row> concerned = organizations
                .join(undecided, "organization_id")
                .withColumn("account_id", lit(null).cast("string"));
        return raise(concerned, ProblemCode.AMBIGUOUS_MATCH, message);
    }

    /**
     * One row per source row of the night whose provider no registry in force lists. Reviews of live platforms follow their
     * account, whose link is named already.
     */
    Dataset<Row> unknownOrganizations(Landing landing) {
        Dataset<Row> reviewsOfFiles = landing.reviews().where(col("account_id").isNull());
        Dataset<Row> named = List.of(
                        landing.linksOfNight(),
                        reviewsOfFiles,
                        landing.outcomes().withColumn("account_id", lit(null).cast("string")))
                .stream()
                .map(rows -> rows.select("source_id", "source_line", "organization_id", "account_id"))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        Dataset<Row> unknown = named.join(landing.organizations(), new String[] {"organization_id"}, "left_anti")
                .groupBy("source_id", "source_line")
                .agg(
                        min("organization_id").as("organization_id"),
                        min("account_id").as("account_id"));
        return raise(
                unknown,
                ProblemCode.UNKNOWN_ORGANIZATION,
                lit("Cannot find the provider in the registry in force: the row is kept;"
                        + " check the id, or the date of the registry file"));
    }

    private Dataset<Row> raise(Dataset<Row> rows, ProblemCode code, Column message) {
        Dataset<Row> problems = rows.withColumn("file", file())
                .withColumn("line", col("source_line"))
                .withColumn("code", lit(code.name()))
                .withColumn("column_name", lit(null).cast("string"))
                .withColumn("post_id", lit(null).cast("string"))
                .withColumn("family", lit(null).cast("string"))
                .withColumn("retry_at", lit(null).cast("timestamp"))
                .withColumn("is_rejected", lit(false))
                .withColumn("message", message);
        return Table.of(Problem.class, problems).rows();
    }

    private Column file() {
        Column file = raise_error(concat(
                lit("Cannot name the file of a problem: the manifest of the night lists no source "),
                col("source_id")));
        for (Map.Entry<String, String> source : fileOfSource.entrySet()) {
            file = when(col("source_id").equalTo(source.getKey()), source.getValue())
                    .otherwise(file);
        }
        return file.cast("string");
    }
}
