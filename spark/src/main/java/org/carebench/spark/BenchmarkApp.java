package org.carebench.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.AccountDay;
import org.carebench.contract.curated.AnswerableItem;
import org.carebench.contract.curated.ConformedInteraction;
import org.carebench.contract.curated.ConformedOrganization;
import org.carebench.contract.curated.ConformedOutcome;
import org.carebench.contract.curated.PatientReview;
import org.carebench.contract.curated.Post;
import org.carebench.contract.curated.PostMetric;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.curated.PostTag;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.mart.Recommendation;
import org.carebench.spark.benchmark.Benchmark;
import org.carebench.spark.benchmark.Curated;
import org.carebench.spark.classify.Classify;
import org.carebench.spark.classify.text.KeywordClassifier;
import org.carebench.spark.conform.Conform;
import org.carebench.spark.io.LakeJson;
import org.carebench.spark.io.LandingReader;
import org.carebench.spark.io.ReleaseLayer;
import org.carebench.spark.table.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes one release from what one night landed: landing, curated, mart.
 *
 * <pre>
 * java -cp 'carebench-spark.jar:lib/*' org.apache.spark.deploy.SparkSubmit --master local[2] \
 *     --class org.carebench.spark.BenchmarkApp carebench-spark.jar --request request.json
 * </pre>
 *
 * A layer that an earlier attempt completed is verified and kept. Any failure ends the program with a non-zero code.
 */
public final class BenchmarkApp {

    private static final Logger log = LoggerFactory.getLogger(BenchmarkApp.class);

    private final SparkSession spark;
    private final BenchmarkRequest request;

    BenchmarkApp(SparkSession spark, BenchmarkRequest request) {
        this.spark = spark;
        this.request = request;
    }

    public static void main(String[] args) throws IOException {
        Arguments arguments = Arguments.parse(args);
        if (arguments.isStoppedWithParent()) {
            ParentWatch.start();
        }
        BenchmarkRequest request = LakeJson.read(
                Files.readString(arguments.request()),
                BenchmarkRequest.class,
                arguments.request().toString());
        try (SparkSession spark = SparkSessions.start(new SparkConf())) {
            new BenchmarkApp(spark, request).run();
        }
    }

    /** Computes what the release still lacks. */
    void run() throws IOException {
        ReleaseLayer curated = ReleaseLayer.curated(spark, request);
        ReleaseLayer mart = ReleaseLayer.mart(spark, request);
        if (curated.isComplete()) {
            log.info("Kept {}: an earlier attempt completed it", curated.name());
        } else {
            writeCurated(curated);
        }
        if (mart.isComplete()) {
            log.info("Kept {}: an earlier attempt completed it", mart.name());
        } else {
            writeMart(mart, curated);
        }
    }

    private void writeCurated(ReleaseLayer layer) throws IOException {
        Conform conform = new Conform(LandingReader.read(spark, request), request);
        layer.writeInSteps(List.of(written -> conform.tables(), written -> derived(conform, written)), conform::hops);
        List<HopCount> hops = layer.manifest().hops();
        hops.forEach(hop -> log.info(
                "Conformed {}: {} landed, {} curated, {} repeated",
                hop.subject(),
                hop.rowsIn(),
                hop.rowsOut(),
                hop.deduplicated()));
        log.info("Posts repeated identically but for their topic: {}", conform.identicalPosts());
        layer.read(ConformedOrganization.class)
                .groupBy("bed_match")
                .count()
                .orderBy("bed_match")
                .collectAsList()
                .forEach(row -> log.info("Beds {}: {} organizations", row.getString(0), row.getLong(1)));
        log.info("Wrote {}", layer.name());
    }

    /** Curated tables that no landed record became: they tell of such tables what a reader would have to work out. */
    private List<Table> derived(Conform conform, ReleaseLayer.Written written) throws IOException {
        List<Table> tables = new ArrayList<>(Classify.tables(
                written.read(Post.class),
                written.read(ConformedInteraction.class),
                written.read(PatientReview.class),
                new KeywordClassifier(request.topics())));
        tables.add(conform.postMetricsAtAge());
        return tables;
    }

    private void writeMart(ReleaseLayer layer, ReleaseLayer curated) throws IOException {
        Curated tables = new Curated(
                curated.read(ConformedOrganization.class),
                curated.read(Account.class),
                curated.read(AccountDay.class),
                curated.read(AccountCoverage.class),
                curated.read(Post.class),
                curated.read(PostMetric.class),
                curated.read(PostMetricAtAge.class),
                curated.read(PostTag.class),
                curated.read(ConformedInteraction.class),
                curated.read(AnswerableItem.class),
                curated.read(PatientReview.class),
                curated.read(ConformedOutcome.class));
        Benchmark benchmark = new Benchmark(tables, request);
        layer.writeInSteps(
                List.of(
                        written -> benchmark.ofProviders(),
                        written -> benchmark.ofIndex(written.read(ProviderMetric.class)),
                        written -> benchmark.ofCohorts(
                                written.read(ProviderMetric.class),
                                written.read(Recommendation.class),
                                written.read(IntegrationIndex.class),
                                written.read(CohortMembership.class))),
                rows -> List.of());
        Map<String, String> definitions = layer.manifest().definitionVersions();
        log.info("Wrote {} with {} definitions", layer.name(), definitions.size());
    }
}
