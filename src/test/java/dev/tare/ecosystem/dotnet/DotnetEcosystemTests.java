package dev.tare.ecosystem.dotnet;

import dev.tare.comparison.Difference;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.VersionChange;
import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DotnetEcosystemTests {

    private static final String PATH = "app/Shop.deps.json";

    /** The SDK writes two targets for an application that includes the runtime. */
    private static final String SHOP = """
            {
              "runtimeTarget": {"name": ".NETCoreApp,Version=v8.0/linux-x64", "signature": ""},
              "compilationOptions": {},
              "targets": {
                ".NETCoreApp,Version=v8.0": {},
                ".NETCoreApp,Version=v8.0/linux-x64": {
                  "Shop/1.0.0": {
                    "dependencies": {"Newtonsoft.Json": "13.0.3", "Serilog": "4.0.0-dev-02149"},
                    "runtime": {"Shop.dll": {}}
                  },
                  "Newtonsoft.Json/13.0.3": {
                    "runtime": {"lib/net6.0/Newtonsoft.Json.dll": {"assemblyVersion": "13.0.0.0"}}
                  },
                  "Serilog/4.0.0-dev-02149": {"runtime": {"lib/net8.0/Serilog.dll": {}}}
                }
              },
              "libraries": {
                "Shop/1.0.0": {"type": "project", "serviceable": false, "sha512": ""},
                "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.14": {
                  "type": "runtimepack", "serviceable": false, "sha512": ""
                },
                "Newtonsoft.Json/13.0.3": {
                  "type": "package", "serviceable": true, "sha512": "sha512-HrC5", "path": "newtonsoft.json/13.0.3"
                },
                "Serilog/4.0.0-dev-02149": {"type": "package"},
                "Shop.Core/1.2.0.0": {"type": "reference", "serviceable": false, "sha512": ""}
              }
            }
            """;

    @Test
    void packagesAndTheRuntimeOfAnApplicationAreListedOnce() {
        Inspection inspection = inspect(SHOP);
        assertThat(inspection.software().languagePackages()).extracting(LanguagePackage::manager, LanguagePackage::name,
                LanguagePackage::version, LanguagePackage::path)
                .containsExactly(
                        tuple("nuget", "Microsoft.NETCore.App.Runtime.linux-x64", "8.0.14", PATH),
                        tuple("nuget", "Newtonsoft.Json", "13.0.3", PATH),
                        tuple("nuget", "Serilog", "4.0.0-dev-02149", PATH));
        assertThat(inspection.software().unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "{\"libraries\": {\"A\": {\"type\": \"package\"}}}, A, ",
            "{\"libraries\": {\"A/\": {\"type\": \"package\"}}}, A, ",
            "{\"libraries\": {\"A/1/2\": {\"type\": \"package\"}}}, A, 1/2" })
    void keyIsTheNameAndTheVersion(String document, String name, @Nullable String version) {
        assertThat(inspect(document).software().languagePackages())
                .extracting(LanguagePackage::name, LanguagePackage::version)
                .containsExactly(tuple(name, version));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[]", "7", "{\"libraries\": []}", "{\"libraries\": {\"A/1\": 7}}",
            "{\"libraries\": {\"A/1\": {\"type\": 7}}}", "{\"libraries\": {\"/1\": {\"type\": \"package\"}}}" })
    void documentWithoutPackagesListsNone(String document) {
        Inspection inspection = inspect(document);
        assertThat(inspection.software().languagePackages()).isEmpty();
        assertThat(inspection.software().unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { " {", "{\"libraries\": {\"A/1\": {\"type\": \"package\"}}", "libraries" })
    void documentThatIsNotJsonIsReportedAsUnread(String document) {
        assertUnread(document, "it is not JSON");
    }

    @Test
    void documentThatExceedsABoundIsReportedAsUnread() {
        assertUnread(" ", "it is empty");
        assertUnread("{\"libraries\": {\"%s/1\": {\"type\": \"package\"}}}".formatted("a".repeat(2_000)),
                "a name and version in it are too long");
        assertUnread("{\"a\": " + "[".repeat(101) + "]".repeat(101) + "}",
                "it has more than 64 MiB, more than 100 levels, or a number, name or text that is too long");
        StringBuilder many = new StringBuilder("{\"libraries\": {\"a/1\": {\"type\": \"package\"}");
        for (int i = 0; i < 100_000; i++) {
            many.append(", \"a/").append(i).append("\": {\"type\": \"package\"}");
        }
        assertUnread(many.append("}}").toString(), "it has more than 100000 packages");
    }

    @ParameterizedTest
    @CsvSource({ "1.0.0, 1.0.0.1", "9.0, 10.0", "1.0.0-Beta, 1.0.0-rc", "1.0.0-rc.2, 1.0.0-rc.10", "1.0.0-rc, 1.0.0" })
    void versionsAreSortedLikeNuget(String older, String newer) {
        assertThat(new DotnetEcosystem().versions().compare(older, newer)).isNegative();
        assertThat(new DotnetEcosystem().versions().compare(newer, older)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({ "1.0, 1.0.0.0", "1.0.0-Beta, 1.0.0-beta", "1.0.0+a, 1.0.0+b" })
    void versionsInAnotherSpellingAreEqual(String one, String other) {
        assertThat(new DotnetEcosystem().versions().compare(one, other)).isZero();
    }

    @Test
    void compareWhenOnlyTheCaseOfNamesDiffersReportsModifiedVersions() {
        assertThat(Difference.between(inspect("{\"libraries\": {\"Newtonsoft.Json/12.0.1\": {\"type\": \"package\"}}}"),
                inspect("{\"libraries\": {\"newtonsoft.json/13.0.3\": {\"type\": \"package\"}}}"))
                .packages()
                .changes()).extracting(VersionChange::name, VersionChange::change)
                .containsExactly(tuple("Newtonsoft.Json", Change.MODIFIED));
    }

    private static void assertUnread(String document, String because) {
        Inspection inspection = inspect(document);
        assertThat(inspection.software().languagePackages()).isEmpty();
        assertThat(inspection.software().unread()).containsExactly(new Unread(Subject.LANGUAGE_PACKAGE, PATH,
                "The list of packages in this file is not read, because " + because + ".", 0));
    }

    private static Inspection inspect(String document) {
        return DrawnImage.anImage().layer(l -> l.file(PATH, document)).inspect();
    }
}
