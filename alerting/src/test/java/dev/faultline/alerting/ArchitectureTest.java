package dev.faultline.alerting;

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

@AnalyzeClasses(packages = "dev.faultline.alerting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule sqlStaysWithWhoOwnsIt =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.faultline.alerting.db..")
                    .and()
                    .haveNameNotMatching(".*(Repository|Row|Store)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jooq..");

    /// The JDK's client resolves names again after they were checked; and sockets are opened where
    /// the guard is asked.
    @ArchTest
    static final ArchRule connectionsGoThroughTheGuard =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.faultline.alerting.delivery..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.net\\.(http\\..*|Socket|URL|URLConnection)")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.hc..", "jakarta.mail..");

    @ArchTest
    static final ArchRule nobodyUsesTheJdksClient =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.net\\.(http\\..*|URL|URLConnection)");

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
    static final ArchRule repositoriesAreNobodysApi =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Repository")
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule timeIsInjected =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.faultline.alerting.db..")
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
    static final ArchRule knowsNoOtherStageAndNoEmbeddedServer =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.faultline.ingest..",
                            "dev.faultline.aggregator..",
                            "dev.faultline.query..",
                            "dev.faultline.embedded..");

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("dev.faultline.alerting.(*)..").should().beFreeOfCycles();
}
