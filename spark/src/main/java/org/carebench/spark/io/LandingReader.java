package org.carebench.spark.io;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountInsight;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.Discussion;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.Interaction;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.OrganizationTrait;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.conform.Landing;

/**
 * Reads what one night landed and what the nights of its history collected: the files that their manifests name, whatever else
 * lies in the lake.
 */
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
        List<LandingManifest> night =
                both(request.night().files(), request.night().collected());
        List<LandingManifest> known = both(night, request.history());
        return new Landing(
                dataset(Organization.class, night),
                dataset(Facility.class, night),
                dataset(OrganizationTrait.class, night),
                dataset(AccountLink.class, known),
                dataset(AccountLink.class, night),
                dataset(AccountSnapshot.class, known),
                dataset(PostSnapshot.class, known),
                dataset(Interaction.class, known),
                dataset(Discussion.class, known),
                dataset(AccountInsight.class, known),
                dataset(Review.class, known),
                dataset(Outcome.class, night),
                dataset(AccountCoverage.class, night),
                dataset(Problem.class, night));
    }

    private static List<LandingManifest> both(List<LandingManifest> some, List<LandingManifest> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private Dataset<Row> dataset(Class<? extends Record> type, List<LandingManifest> landed) throws IOException {
        DatasetSchema schema = DatasetSchema.of(type);
        List<ParquetFiles.Listed> files = landed.stream()
                .filter(file -> file.dataset().equals(schema.name()))
                .map(file -> new ParquetFiles.Listed(file.file(), file.rows(), file.sha256()))
                .toList();
        return parquet.read(schema, files);
    }
}
