package org.carebench.spark.io;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.conform.Landing;

/** Reads what one night landed: the files of its manifest, whatever else lies in the lake. */
public final class LandingReader {

    private final BenchmarkRequest request;
    private final ParquetFiles parquet;

    private LandingReader(BenchmarkRequest request, ParquetFiles parquet) {
        this.request = request;
        this.parquet = parquet;
    }

    /**
     * Reads every landing dataset; one that nothing landed in is empty.
     *
     * @throws IOException where a file is missing or differs from its manifest
     */
    public static Landing read(SparkSession spark, BenchmarkRequest request) throws IOException {
        LakeFiles lake = LakeFiles.at(request.lakeRoot(), spark.sparkContext().hadoopConfiguration());
        return new LandingReader(request, new ParquetFiles(spark, lake)).landing();
    }

    private Landing landing() throws IOException {
        return new Landing(
                dataset(Organization.class),
                dataset(Facility.class),
                dataset(AccountLink.class),
                dataset(AccountSnapshot.class),
                dataset(PostSnapshot.class),
                dataset(Review.class),
                dataset(Outcome.class),
                dataset(Problem.class));
    }

    private Dataset<Row> dataset(Class<? extends Record> type) throws IOException {
        DatasetSchema schema = DatasetSchema.of(type);
        List<ParquetFiles.Listed> files = request.night().files().stream()
                .filter(file -> file.dataset().equals(schema.name()))
                .map(file -> new ParquetFiles.Listed(file.file(), file.rows(), file.sha256()))
                .toList();
        return parquet.read(schema, files);
    }
}
