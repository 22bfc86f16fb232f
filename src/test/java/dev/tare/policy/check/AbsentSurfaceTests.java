package dev.tare.policy.check;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

class AbsentSurfaceTests extends CheckContract {

    private static final Map<SurfaceKind, String> CHECKS = Map.ofEntries(
            Map.entry(SurfaceKind.PACKAGE_CACHE, "no-package-cache"),
            Map.entry(SurfaceKind.COMPILER, "no-build-tools"),
            Map.entry(SurfaceKind.STRAY_FILE, "no-stray-files"), Map.entry(SurfaceKind.SHELL, "no-shell"),
            Map.entry(SurfaceKind.PACKAGE_MANAGER, "no-package-manager"),
            Map.entry(SurfaceKind.NETWORK_TOOL, "no-network-tools"),
            Map.entry(SurfaceKind.PRIVILEGE_TOOL, "no-sudo"), Map.entry(SurfaceKind.SETUID, "no-setuid"),
            Map.entry(SurfaceKind.SETGID, "no-setuid"),
            Map.entry(SurfaceKind.FILE_CAPABILITIES, "no-file-capabilities"),
            Map.entry(SurfaceKind.WORLD_WRITABLE, "no-world-writable"));

    @Override
    Stream<Example> examples() {
        return CHECKS.entrySet()
                .stream()
                .flatMap(entry -> Stream.of(is(check(entry.getValue()), PASS, image()),
                        is(check(entry.getValue()), FAIL, image().surface(entry.getKey(), "usr/bin/thing"))));
    }

    @Test
    void everyRowHasAnExample() {
        assertThat(rows().map(Check::id)).containsExactlyInAnyOrderElementsOf(Set.copyOf(CHECKS.values()));
    }

    @ParameterizedTest
    @EnumSource(value = SurfaceKind.class, names = { "SHELL", "PACKAGE_MANAGER", "NETWORK_TOOL", "COMPILER", "SETUID",
            "SETGID", "WORLD_WRITABLE", "PACKAGE_CACHE", "STRAY_FILE", "PRIVILEGE_TOOL", "FILE_CAPABILITIES" })
    void judgeWhenThereIsAnItemFailsOneCheckWithPathAndBytes(SurfaceKind kind) {
        Inspection inspection = image().surface(kind, "usr/bin/thing").build();
        assertThat(rows().map(check -> check.judge(inspection)).filter(finding -> finding.verdict() != PASS))
                .singleElement()
                .satisfies(finding -> new FindingAssert(finding).hasVerdict(FAIL)
                        .hasEvidence(2)
                        .hasEvidence(0, kind.title().substring(1), "(1)", "/usr/bin/thing.")
                        .hasEvidence(1, "1,000 bytes"));
    }

    @Test
    void judgeWhenThereAreNoItemsCountsTheSearchedPaths() {
        assertFinding(check("no-shell"), image().file("a", 1)).hasVerdict(PASS).hasOnlyEvidence("1 path", "shells");
    }

    @Test
    void judgeWhenThereAreManyPathsNamesTheFirstAndCountsTheRest() {
        InspectionBuilder image = image();
        for (int i = 10; i < 32; i++) {
            image.surface(SurfaceKind.SETUID, "bin/" + i);
        }
        assertFinding(check("no-setuid"), image).hasEvidence(0, "22", "/bin/10, ", "/bin/19", "12 more")
                .hasNoEvidence("/bin/20");
    }

    @Test
    void judgeWhenAPathIsAFolderCountsTheBytesBelowIt() {
        assertFinding(check("no-package-cache"),
                image().folder("var/cache/apt", 0755)
                        .file("var/cache/apt/pkgcache.bin", 700)
                        .file("var/cache/apt/archives/a.deb", 50)
                        .file("var/cache/aptitude", 9)
                        .surface(SurfaceKind.PACKAGE_CACHE, "var/cache/apt"))
                .hasEvidence(2)
                .hasEvidence(0, "(1)", "/var/cache/apt.")
                .hasEvidence(1, "750 bytes");
    }

    private static Stream<Check> rows() {
        return Checks.all().stream().filter(AbsentSurface.class::isInstance);
    }

    private static Check check(String id) {
        return rows().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }
}
