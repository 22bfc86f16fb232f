package dev.tare;

import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Guards which package may use which. */
@AnalyzeClasses(packages = "dev.tare", importOptions = DoNotIncludeTests.class)
class StructureTests {

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.tare.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule imageKeepsSecretsOutOfErrors = only("image", "secret");

    @ArchTest
    static final ArchRule archiveUsesTheVocabulary = only("archive", "image");

    @ArchTest
    static final ArchRule sourceReadsArchives = only("source", "image", "archive", "secret");

    @ArchTest
    static final ArchRule secretLooksAtBytesAlone = only("secret");

    @ArchTest
    static final ArchRule inspectionReadsSources = only("inspection", "image", "archive", "source", "secret");

    @ArchTest
    static final ArchRule comparisonIsOfInspections = only("comparison", "image", "archive", "inspection");

    @ArchTest
    static final ArchRule policyJudgesInspectionsAndComparisons = only("policy", "image", "archive", "inspection",
            "comparison", "secret");

    @ArchTest
    static final ArchRule probeStartsImages = only("probe", "image");

    @ArchTest
    static final ArchRule reportTellsWhatOthersFound = only("report", "image", "archive", "inspection", "comparison",
            "policy", "probe", "secret");

    @ArchTest
    static final ArchRule catalogKeepsInspectionsAndComparisons = only("catalog", "image", "archive",
            "source", "inspection", "comparison");

    @ArchTest
    static final ArchRule commandNeedsNoService = only("command", "image", "archive", "source", "inspection",
            "comparison", "policy", "probe", "report", "secret");

    @ArchTest
    static final ArchRule sourcesKeepTheirFormsToThemselves = noClasses()
            .that(resideOutsideOfPackages("dev.tare.source.."))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.tare.source.*.."));

    @ArchTest
    static final ArchRule onlyTheServiceUsesSpring = noClasses()
            .that(resideOutsideOfPackages("dev.tare", "dev.tare.web..", "dev.tare.catalog.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.."));

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().should(new ArchCondition<>("be in a null-marked package") {

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(type, type.getPackage().isAnnotatedWith(NullMarked.class),
                            type.getPackageName() + " has no package-info.java with @NullMarked"));
                }
            });

    /** Types that stand in the signature of another public type count as used. */
    @ArchTest
    static final ArchRule publicTypesAreUsedByOthers = classes().that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .doNotBelongToAnyOf(TareApplication.class)
            .and()
            .areNotAssignableTo(Throwable.class)
            .should(new ArchCondition<>("be used by another package or public type") {

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean used = type.getDirectDependenciesToSelf()
                            .stream()
                            .map(Dependency::getOriginClass)
                            .anyMatch(user -> !user.getPackage().equals(type.getPackage())
                                    || user.getModifiers().contains(JavaModifier.PUBLIC));
                    events.add(new SimpleConditionEvent(type, used,
                            type.getName() + " is public, but only its own package uses it"));
                }
            });

    private static ArchRule only(String name, String... others) {
        Set<String> allowed = Set.of(Stream.concat(Stream.of(name), Stream.of(others)).toArray(String[]::new));
        return noClasses().that()
                .resideInAPackage("dev.tare." + name + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("are in Tare's other packages than " + allowed) {

                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith("dev.tare") && !allowed.contains(subject(type));
                    }
                })
                .allowEmptyShould(true);
    }

    /** The package below {@code dev.tare}, or {@code ""}. */
    private static String subject(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 2 ? names[2] : "";
    }
}
