package dev.faultline.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.faultline.query", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule sqlStaysWithWhoOwnsIt =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.faultline.query.database..",
                            "dev.faultline.query.projection..",
                            "dev.faultline.query.recovery..",
                            "dev.faultline.query.retention..",
                            "dev.faultline.query.db..")
                    .and()
                    .haveSimpleNameNotEndingWith("Repository")
                    .and()
                    .haveSimpleNameNotEndingWith("Row")
                    .and()
                    .haveSimpleNameNotEndingWith("Offsets")
                    .and()
                    .haveSimpleNameNotEndingWith("Sampler")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jooq..");

    @ArchTest
    static final ArchRule controllersAreNobodysApi =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule timeIsInjected =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.faultline.query.db..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule repositoriesAreNobodysApi =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Repository")
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule knowsNoOtherStageAndNoEmbeddedServer =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.faultline.gateway..",
                            "dev.faultline.ingest..",
                            "dev.faultline.aggregator..",
                            "dev.faultline.alerting..",
                            "dev.faultline.embedded..");

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("dev.faultline.query.(*)..").should().beFreeOfCycles();
}
