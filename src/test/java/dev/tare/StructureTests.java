package dev.tare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Guards which package may use which. */
@AnalyzeClasses(packages = "dev.tare", importOptions = DoNotIncludeTests.class)
class StructureTests {

    private static final String ROOT = "dev.tare.";

    private static final Path DOCUMENT = Path.of("docs/ARCHITECTURE.md");

    /** A row of the document's table: the package, a sentence about it, and the packages it uses. */
    private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\| [^|]+ \\| ([^|]*) \\|");

    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.tare.(**)").should().beFreeOfCycles();

    /** An arrow that the document lacks fails, and so does one that the code lacks. */
    @ArchTest
    static void documentListsWhichPackagesUseWhich(JavaClasses classes) throws IOException {
        assertThat(documented()).as("table in " + DOCUMENT + ", to be:\n" + rows(used(classes)))
                .isEqualTo(used(classes));
    }

    @Test
    void documentListsEachPackageBelowThoseThatItUses() throws IOException {
        Set<String> above = new HashSet<>();
        for (Map.Entry<String, SortedSet<String>> row : documented().entrySet()) {
            assertThat(above).as("rows above that of " + row.getKey()).containsAll(row.getValue());
            above.add(row.getKey());
        }
    }

    @ArchTest
    static final ArchRule onlyTheServiceUsesSpring = noClasses()
            .that(resideOutsideOfPackages("dev.tare", "dev.tare.web..", "dev.tare.job..", "dev.tare.catalog.."))
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

    /**
     * A public type is used by another package, or is in the signature of a public type that is itself used. Its own
     * package does not need it to be public.
     */
    @ArchTest
    static void publicTypesAreUsedByOthers(JavaClasses classes) {
        List<String> unused = PublicTypes.unused(classes)
                .filter(type -> !type.isEquivalentTo(TareApplication.class)
                        && !type.isAssignableTo(Throwable.class))
                .map(JavaClass::getName)
                .toList();
        assertThat(unused).as("public types that only their own packages use").isEmpty();
    }

    /** The packages that each package uses, in the order of the document. */
    private static Map<String, SortedSet<String>> documented() throws IOException {
        Map<String, SortedSet<String>> table = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                SortedSet<String> names = NAME.matcher(row.group(2))
                        .results()
                        .map(name -> name.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(table.put(row.group(1), names)).as("second row of " + row.group(1)).isNull();
            }
        }
        return table;
    }

    private static SortedMap<String, SortedSet<String>> used(JavaClasses classes) {
        SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
        for (JavaClass type : classes) {
            if (!subject(type).isEmpty()) {
                Set<String> names = arrows.computeIfAbsent(subject(type), _ -> new TreeSet<>());
                type.getDirectDependenciesFromSelf()
                        .stream()
                        .map(Dependency::getTargetClass)
                        .map(StructureTests::subject)
                        .filter(name -> !name.isEmpty() && !name.equals(subject(type)))
                        .forEach(names::add);
            }
        }
        return arrows;
    }

    private static String rows(SortedMap<String, SortedSet<String>> arrows) {
        return arrows.entrySet()
                .stream()
                .map(row -> "`" + row.getKey() + "` | "
                        + row.getValue().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    /** The package below {@code dev.tare}, or {@code ""}. */
    private static String subject(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
    }
}
