package org.carebench.spark.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.table.StructTypes;

/** Reads exactly the files that a manifest names, with the schema of the contract. */
final class ParquetFiles {

    /**
     * A file that a manifest lists.
     *
     * @param path relative to the root of the lake
     */
    record Listed(String path, long rows, String sha256) {}

    private final SparkSession spark;
    private final LakeFiles lake;

    ParquetFiles(SparkSession spark, LakeFiles lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /**
     * Reads the files as one dataset; no file gives no row.
     *
     * @throws IOException where a file is not the one that the manifest lists, or has other columns
     */
    Dataset<Row> read(DatasetSchema schema, List<Listed> files) throws IOException {
        StructType type = StructTypes.of(schema);
        if (files.isEmpty()) {
            return spark.createDataFrame(List.of(), type);
        }
        for (Listed file : files) {
            check(file, columns(type));
        }
        String[] names = files.stream().map(file -> lake.name(file.path)).toArray(String[]::new);
        return spark.read().schema(type).parquet(names);
    }

    private void check(Listed file, List<String> expected) throws IOException {
        String sha256 = lake.sha256(file.path);
        if (!sha256.equals(file.sha256)) {
            throw new IOException("Cannot read " + lake.name(file.path) + ": its checksum is " + sha256
                    + ", but its manifest says " + file.sha256 + "; write it again");
        }
        try (ParquetFileReader reader = ParquetFileReader.open(lake.input(file.path))) {
            // Asking the session to read the columns would start a job for each file.
            List<String> found = columns(new ParquetToSparkSchemaConverter(SQLConf.get())
                    .convert(reader.getFileMetaData().getSchema()));
            if (!found.equals(expected)) {
                throw new IOException("Cannot read " + lake.name(file.path) + ": its columns are " + found
                        + ", but the contract says " + expected);
            }
            if (reader.getRecordCount() != file.rows) {
                throw new IOException("Cannot read " + lake.name(file.path) + ": it holds " + reader.getRecordCount()
                        + " rows, but its manifest says " + file.rows);
            }
        }
    }

    private static List<String> columns(StructType type) {
        return Arrays.stream(type.fields())
                .map(field -> field.name() + " " + field.dataType().simpleString())
                .toList();
    }
}
