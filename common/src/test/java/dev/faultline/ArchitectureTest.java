package dev.faultline;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.faultline.event.Level;
import dev.faultline.event.NameUuid;
import dev.faultline.event.Severity;
import dev.faultline.grouping.rule.Glob;
import dev.faultline.web.WebConfiguration;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.faultline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule groupingIsPure =
            classes()
                    .that()
                    .resideInAPackage("dev.faultline.grouping..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("dev.faultline.grouping..", "java..", "org.jspecify..");

    /// Of the rest they share only what is pure itself: globs, levels and names of ids.
    @ArchTest
    static final ArchRule evaluationOfAlertRulesIsPure =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "dev.faultline.alert.condition..",
                            "dev.faultline.alert.evaluation..",
                            "dev.faultline.alert.series..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage("dev.faultline.alert..", "java..", "org.jspecify..")
                                    .or(
                                            belongToAnyOf(
                                                    Glob.class,
                                                    Level.class,
                                                    Severity.class,
                                                    NameUuid.class)));

    @ArchTest
    static final ArchRule eventsAndGroupsKnowNoSpring =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.faultline.event..", "dev.faultline.group..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule eventsKnowNoKafka =
            noClasses()
                    .that()
                    .resideInAPackage("dev.faultline.event..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("dev.faultline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(WebConfiguration.class.getName())
                    .should()
                    .callMethodWhere(
                            target(nameMatching("now|system.*"))
                                    .and(target(owner(isTimeOrClock()))))
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callConstructor(Date.class);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .should(
                            ArchCondition.from(
                                    DescribedPredicate.describe(
                                            "be in a package that is @NullMarked",
                                            c ->
                                                    c.getPackage()
                                                            .isAnnotatedWith(NullMarked.class))));

    @ArchTest
    static final ArchRule nothingLogsThroughTheJdk = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule onlyAFailedStartPrints =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.faultline.startup..")
                    .should(ACCESS_STANDARD_STREAMS);

    private static DescribedPredicate<JavaClass> isTimeOrClock() {
        return assignableTo(TemporalAccessor.class)
                .or(assignableTo(Clock.class))
                .or(assignableTo(InstantSource.class));
    }
}
