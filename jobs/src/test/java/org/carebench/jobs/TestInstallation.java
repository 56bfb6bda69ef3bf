package org.carebench.jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.run.Launches;
import org.carebench.jobs.run.Mode;
import org.carebench.jobs.run.RunParameters;
import org.carebench.jobs.run.StartRequest;
import org.carebench.jobs.run.Work;
import org.carebench.jobs.service.ServiceApplication;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program in a folder of the test, with the real configuration, the real migrations and a database of its own. */
public final class TestInstallation implements AutoCloseable {

    private static final String PROFILE = """
            carebench:
              profile: test
              synthetic: true
              home: home
              input: input
              first-business-date: 2022-03-01
              sources:
                - id: hospitals
                  format: hifld-hospitals
                  platform: hifld
                  minimum-rows: 0
                  vintages:
                    - {as-of: 2022-03-01, file: hospitals.csv}
                - id: feedback
                  format: nhs-feedback
                  platform: nhs
                  minimum-rows: 3
                  vintages:
                    - as-of: 2022-03-01
                      file: feedback.csv
                      settings: {phone-region: GB}
                - id: links
                  format: youtube-crosswalk
                  platform: youtube
                  vintages:
                    - {as-of: 2025-01-01, file: links.csv}
                - id: services
                  format: cms-provider-of-services
                  platform: cms
                  minimum-rows: 2
                  vintages:
                    - {as-of: 2026-06-01, file: services.csv}
            """;

    private final Path root;
    private final ConfigurableApplicationContext application;

    private TestInstallation(Path root, ConfigurableApplicationContext application) {
        this.root = root;
        this.application = application;
    }

    public static TestInstallation start(Path root) throws IOException {
        prepare(root);
        return start(
                root,
                TestDatabase.create(),
                new SpringApplicationBuilder(JobsApplication.class).web(WebApplicationType.NONE),
                List.of());
    }

    /**
     * The program as it serves jobs, on a port of its own.
     *
     * @param database where it keeps what it knows; several may serve on one
     * @param more further configuration, for example a job of the test
     */
    public static TestInstallation serve(Path root, String database, List<String> settings, Class<?>... more)
            throws IOException {
        prepare(root);
        List<String> all = new ArrayList<>(settings);
        all.add("--spring.main.web-application-type=servlet");
        all.add("--server.port=0");
        all.add("--server.address=127.0.0.1");
        return start(
                root,
                database,
                new SpringApplicationBuilder(JobsApplication.class)
                        .sources(ServiceApplication.class)
                        .sources(more)
                        .web(WebApplicationType.SERVLET),
                all);
    }

    private static void prepare(Path root) throws IOException {
        if (Files.exists(root.resolve("profile.yaml"))) {
            return;
        }
        copy(Path.of("../config"), root.resolve("config"));
        Files.createDirectories(root.resolve("input"));
        Files.createDirectories(root.resolve("dashboards/target/site-template"));
        Files.writeString(root.resolve("dashboards/target/site-template/index.html"), "<p>a page</p>");
        Files.createDirectories(root.resolve("dashboards/target/datasets"));
        Files.writeString(
                root.resolve("dashboards/target/datasets/release.sql"), "select release_id from mart.release");
        Files.writeString(root.resolve("profile.yaml"), PROFILE);
    }

    private static TestInstallation start(
            Path root, String database, SpringApplicationBuilder application, List<String> settings) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--spring.main.banner-mode=off");
        arguments.add("--spring.config.location=file:" + root.resolve("config/application.yaml") + ",file:"
                + root.resolve("profile.yaml"));
        arguments.add("--carebench.root=" + root);
        arguments.add("--carebench.warehouse.url=" + database);
        arguments.add("--carebench.warehouse.user=postgres");
        return new TestInstallation(root, application.logStartupInfo(false).run(arguments.toArray(String[]::new)));
    }

    /** Where it serves. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
    }

    public Path input(String file) {
        return root.resolve("input").resolve(file);
    }

    public Path site() {
        return root.resolve("home/site");
    }

    public LakePaths lake() {
        return bean(LakePaths.class);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public Job job(String name) {
        return application.getBean(name, Job.class);
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** Has work done, as a command would. */
    public void run(Work work) {
        run(work, Mode.ENSURE);
    }

    public void run(Work work, Mode mode) {
        bean(Launches.class).run(StartRequest.ofCommand(work, mode));
    }

    /** Every execution of a step of a job, oldest first, as "STATUS read written skipped". */
    public List<String> executions(String job, ReleaseId release, String step) {
        JobInstance instance = bean(JobRepository.class).getJobInstance(job, RunParameters.of(release));
        return jdbc().sql("""
                select step.status || ' ' || read_count || ' ' || write_count || ' ' || process_skip_count
                from batch.batch_step_execution as step
                join batch.batch_job_execution as execution using (job_execution_id)
                where job_instance_id = ? and step_name = ?
                order by step_execution_id
                """)
                .params(instance == null ? -1 : instance.getInstanceId(), step)
                .query(String.class)
                .list();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
