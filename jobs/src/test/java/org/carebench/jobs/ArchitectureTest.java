package org.carebench.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "org.carebench.jobs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule sourceFormatsDoNotKnowEachOther =
            slices().matching("org.carebench.jobs.source.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule formatsAreNamedOnlyInTheirOwnPackages = noClasses()
            .that(not(resideInAPackage("org.carebench.jobs.source.(*)..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.carebench.jobs.source.(*)..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("org.carebench.jobs.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.carebench.jobs.cli");

    @ArchTest
    static final ArchRule sourceKnowsNoSpringBatch = noClasses()
            .that()
            .resideInAPackage("org.carebench.jobs.source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.batch..", "org.springframework.boot..");

    @ArchTest
    static final ArchRule nothingKnowsSpark =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.spark..");

    @ArchTest
    static final ArchRule classesAreNamedAfterTheirPurpose =
            classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Service)");

    @ArchTest
    static final ArchRule theClockIsPassedIn = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule oldDatesAreNotUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableFrom(java.util.Date.class)
            .andShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");
}
