package org.carebench.jobs.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.AccountDay;
import org.carebench.contract.curated.AnswerableItem;
import org.carebench.contract.curated.ConformedDiscussion;
import org.carebench.contract.curated.ConformedInsight;
import org.carebench.contract.curated.ConformedInteraction;
import org.carebench.contract.curated.ConformedOrganization;
import org.carebench.contract.curated.ConformedOutcome;
import org.carebench.contract.curated.PatientReview;
import org.carebench.contract.curated.Post;
import org.carebench.contract.curated.PostMetric;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.curated.PostTag;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseFile;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.ReleaseManifest;
import org.carebench.contract.lake.SourceRead;
import org.carebench.contract.mart.Adoption;
import org.carebench.contract.mart.AdoptionSummary;
import org.carebench.contract.mart.CohortBalance;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.ComparisonVariant;
import org.carebench.contract.mart.DoseResponse;
import org.carebench.contract.mart.IndexComponent;
import org.carebench.contract.mart.IndexValidity;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.contract.mart.MetricDistribution;
import org.carebench.contract.mart.PeerDistribution;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.mart.Recommendation;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.landing.Checksum;
import org.carebench.landing.JsonFile;
import org.carebench.landing.ParquetFileWriter;

/** A release in the lake as the benchmark leaves it. Tables to which nothing is added are there, without rows. */
final class TestRelease {

    private static final List<Class<? extends Record>> CURATED = List.of(
            ConformedOrganization.class,
            Account.class,
            AccountDay.class,
            Post.class,
            PostMetric.class,
            PostMetricAtAge.class,
            PostTag.class,
            AnswerableItem.class,
            ConformedInteraction.class,
            ConformedDiscussion.class,
            ConformedInsight.class,
            PatientReview.class,
            ConformedOutcome.class,
            AccountCoverage.class,
            Problem.class);
    private static final List<Class<? extends Record>> MART = List.of(
            Adoption.class,
            AdoptionSummary.class,
            PeerDistribution.class,
            Recommendation.class,
            ProviderMetric.class,
            IndexComponent.class,
            IntegrationIndex.class,
            CohortMembership.class,
            CohortComparison.class,
            CohortBalance.class,
            ComparisonVariant.class,
            DoseResponse.class,
            IndexValidity.class,
            PeerPosition.class,
            MetricDistribution.class);

    private final LakePaths lake;
    private final ReleaseId id;
    private final Map<Class<? extends Record>, List<Record>> rows = new LinkedHashMap<>();

    TestRelease(LakePaths lake, ReleaseId id) {
        this.lake = lake;
        this.id = id;
    }

    TestRelease with(Record... records) {
        for (Record row : records) {
            rows.computeIfAbsent(row.getClass(), type -> new ArrayList<>()).add(row);
        }
        return this;
    }

    void write() throws IOException {
        JsonFile.write(
                lake.nightManifest(id),
                new NightManifest(
                        id.toString(),
                        "fingerprint",
                        List.of(new SourceRead("a-source", "cms", "a-format", "a.csv", "sum", "2024-07-01", 5, 4, 1)),
                        List.of(),
                        List.of(),
                        List.of()));
        writeLayer("curated", lake.curatedFolder(id), CURATED, List.of(new HopCount("conform", "post", 3, 2, 0, 1)));
        writeLayer("mart", lake.martFolder(id), MART, List.of());
    }

    private void writeLayer(String layer, Path folder, List<Class<? extends Record>> tables, List<HopCount> hops)
            throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        for (Class<? extends Record> table : tables) {
            DatasetSchema schema = DatasetSchema.of(table);
            Path file = folder.resolve(schema.name()).resolve("part-00000.parquet");
            List<Record> content = rows.getOrDefault(table, List.of());
            try (var writer = ParquetFileWriter.create(schema, file)) {
                for (Record row : content) {
                    writer.write(row);
                }
            }
            files.add(new ReleaseFile(
                    schema.name(), folder.relativize(file).toString(), content.size(), Checksum.ofFile(file)));
        }
        Files.createDirectories(folder);
        JsonFile.write(
                LakePaths.releaseManifest(folder),
                new ReleaseManifest(id.toString(), layer, "code", "fingerprint", Map.of(), hops, files));
    }
}
