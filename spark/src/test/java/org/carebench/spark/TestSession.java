package org.carebench.spark;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.table.RecordRows;
import org.carebench.spark.table.StructTypes;

/** One session for all tests of a JVM. It interprets: a few rows are computed sooner than code for them is compiled. */
public final class TestSession {

    private static final SparkSession SPARK = SparkSessions.start(new SparkConf()
            .setMaster("local[2]")
            .set("spark.sql.adaptive.enabled", "false")
            .set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .set("spark.sql.codegen.wholeStage", "false")
            .set("spark.sql.shuffle.partitions", "1")
            .set("spark.log.level", "WARN"));

    private TestSession() {}

    public static SparkSession spark() {
        return SPARK;
    }

    /** Records as a dataset; none gives an empty one. */
    public static Dataset<Row> rows(Class<? extends Record> type, Record... records) {
        return SPARK.createDataFrame(RecordRows.of(List.of(records)), StructTypes.of(DatasetSchema.of(type)));
    }
}
