package org.carebench.jobs.run;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.extract.NightPlanner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that can be asked for. */
@Configuration(proxyBeanMethods = false)
class NightJobs {

    @Bean
    NightJob nightlyJob(NightRuns runs, NightPlanner planner) {
        return new Named("nightly", planner, List.of(), work -> runs.completeNight(work.businessDate()), runs::night);
    }

    @Bean
    NightJob extractJob(NightRuns runs, NightPlanner planner, CarebenchProperties properties) {
        SortedSet<String> platforms = new TreeSet<>(properties.platforms().keySet());
        properties.sources().forEach(source -> platforms.add(source.platform()));
        return new Named(
                "extract",
                planner,
                List.of(new NightJob.Parameter("platform", "string", List.copyOf(platforms))),
                work -> runs.completeExtraction(work.businessDate(), work.platform()),
                runs::extraction);
    }

    @Bean
    NightJob benchmarkJob(NightRuns runs, NightPlanner planner) {
        return new Named(
                "benchmark",
                planner,
                List.of(),
                work -> runs.completeStage("benchmark", work.businessDate()),
                runs::benchmark);
    }

    @Bean
    NightJob publishJob(NightRuns runs, NightPlanner planner) {
        return new Named(
                "publish",
                planner,
                List.of(),
                work -> runs.completeStage("publish", work.businessDate()),
                claim -> runs.stage("publish", claim));
    }

    private record Named(
            String name,
            NightPlanner planner,
            List<Parameter> parameters,
            Function<Work, Optional<ReleaseId>> look,
            Function<Claim, Result> work)
            implements NightJob {

        @Override
        public void requireKnown(Work asked) {
            planner.requireKnown(asked.businessDate());
        }

        @Override
        public Optional<ReleaseId> complete(Work asked) {
            return look.apply(asked);
        }

        @Override
        public Result run(Claim claim) {
            return work.apply(claim);
        }
    }
}
