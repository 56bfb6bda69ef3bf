package org.carebench.spark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.carebench.spark", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NOBODY_KNOWS_SPRING_A_DATABASE_OR_THE_JOBS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "org.postgresql..", "org.carebench.jobs..");

    @ArchTest
    static final ArchRule STATISTICS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..statistics..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache..", "scala..", "org.carebench.spark.table..")
                    .and(resideOutsideOfPackages("org.apache.commons.statistics..", "org.apache.commons.numbers..")));

    @ArchTest
    static final ArchRule THE_INDEX_IS_PLAIN_JAVA_BUT_FOR_ITS_ROWS = noClasses()
            .that()
            .resideInAPackage("..spark.index..")
            .and()
            .haveSimpleNameNotStartingWith("IndexRows")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "scala..", "org.carebench.spark.table..");

    @ArchTest
    static final ArchRule METRICS_ARE_PLAIN_JAVA_BUT_FOR_THEIR_ROWS = noClasses()
            .that()
            .resideInAPackage("..spark.metric..")
            .and()
            .haveNameNotMatching(".*\\.(ProviderMetrics|MetricInputs|Histories|HistoryRow|PeriodColumns)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "scala..", "org.carebench.spark.table..");

    @ArchTest
    static final ArchRule TRANSFORMS_TOUCH_NO_FILE = noClasses()
            .that()
            .resideInAnyPackage(
                    "..benchmark..",
                    "..classify..",
                    "..comparison..",
                    "..conform..",
                    "..spark.index..",
                    "..spark.metric..",
                    "..table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..spark.io..", "java.nio.file..", "org.apache.hadoop..");

    @ArchTest
    static final ArchRule CONFORM_AND_BENCHMARK_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("..benchmark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..conform..");

    @ArchTest
    static final ArchRule READING_TEXTS_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..classify.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "scala..", "org.carebench.spark.table..");

    /** The comparisons themselves are plain Java; their glue brings rows to them. */
    @ArchTest
    static final ArchRule COMPARISONS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..comparison..")
            .and()
            .haveNameNotMatching(".*\\.(Comparisons|PanelRows)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "scala..", "org.carebench.spark.table..");
}
