package org.carebench.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The session that every result is computed in. */
final class SparkSessions {

    private SparkSessions() {}

    /** Starts a session. Settings that results depend on are fixed; those of speed and comfort yield to --conf. */
    static SparkSession start(SparkConf conf) {
        if (conf.get("spark.master", "").startsWith("local")) {
            // Nobody else takes part: be reachable from this machine only.
            conf.setIfMissing("spark.driver.host", "127.0.0.1").setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        conf.setIfMissing("spark.app.name", "carebench-benchmark")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.sql.shuffle.partitions", "4")
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.ansi.enabled", "true")
                .set("spark.sql.datetime.java8API.enabled", "true")
                .set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .set("spark.sql.parquet.compression.codec", "zstd");
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
