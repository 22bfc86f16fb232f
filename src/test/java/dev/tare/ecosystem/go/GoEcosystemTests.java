package dev.tare.ecosystem.go;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.Ecosystem.PurlName;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class GoEcosystemTests {

    private static final String LINES = """
            path\texample.org/app
            mod\texample.org/app\t(devel)\t
            dep\tgithub.com/a/b\tv1.2.3\th1:sum=
            dep\tgithub.com/c/d/v2\tv2.0.0\th1:sum=
            =>\tgithub.com/fork/d/v2\tv2.0.1-0.20250102030405-abcdefabcdef\th1:sum=
            dep\texample.org/own\tv0.0.0\t
            =>\t./own\t\t
            build\t-compiler=gc
            """;

    @Test
    void modulesOfAnExecutableAreListed() {
        Inspection inspection = inspect(GoProgram.of("go1.24.1", LINES));
        assertThat(inspection.software().languagePackages())
                .extracting(LanguagePackage::manager, LanguagePackage::name, LanguagePackage::version,
                        LanguagePackage::path, LanguagePackage::layer)
                .containsExactly(tuple("go", "example.org/app", null, "usr/bin/app", 0),
                        tuple("go", "example.org/own", null, "usr/bin/app", 0),
                        tuple("go", "github.com/a/b", "v1.2.3", "usr/bin/app", 0),
                        tuple("go", "github.com/fork/d/v2", "v2.0.1-0.20250102030405-abcdefabcdef", "usr/bin/app", 0),
                        tuple("go", "stdlib", "1.24.1", "usr/bin/app", 0));
        assertThat(inspection.software().unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "go1.24.1, 1.24.1", "go1.24.1 X:boringcrypto, 1.24.1", "devel go1.25-0123abc Mon, 1.25-0123abc",
            "devel +0123abc, " })
    void standardLibraryHasTheVersionOfGo(String version, @Nullable String listed) {
        assertThat(inspect(GoProgram.of(version, "")).software().languagePackages())
                .containsExactly(new LanguagePackage("go", "stdlib", listed, "usr/bin/app", 0));
    }

    @Test
    void informationInPiecesOfAnySizeIsRead() {
        byte[] program = GoProgram.of("go1.24.1", LINES);
        for (int size : List.of(1, 7, 16, 31, 64, 1000)) {
            BuildInfoSearch search = new BuildInfoSearch();
            for (int at = 0; at < program.length; at += size) {
                search.update(program, at, Math.min(size, program.length - at));
            }
            assertThat(search.finish()).as("pieces of %d", size).isInstanceOf(GoModules.class);
        }
    }

    @Test
    void textThatBeginsLikeTheInformationIsSkipped() {
        GoProgram program = new GoProgram().header(101, 114)
                .header(8, 2)
                .version("no")
                .padding(256)
                .header(8, 2)
                .length(1 << 25)
                .padding(512)
                .header(8, 2)
                .text("\u0080\u0080\u0080\u0080")
                .padding(1024)
                .header(8, 2)
                .version("go1.24.1")
                .modules(LINES);
        assertThat(inspect(program.toBytes()).software().languagePackages()).hasSize(5);
    }

    @Test
    void misalignedInformationIsIgnored() {
        assertThat(inspect(new GoProgram().padding(72).header(8, 2).version("go1.24.1").modules(LINES).toBytes())
                .software()
                .languagePackages()).isEmpty();
    }

    @Test
    void filesThatAreNotExecutableAreNotRead() {
        byte[] program = GoProgram.of("go1.24.1", LINES);
        byte[] other = program.clone();
        other[1] = 'X';
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("data", program, 0644)
                        .file("other", other, 0755)
                        .file("win.EXE", program, 0644)
                        .file("usr/lib/libgo.so.1", program, 0644))
                .inspect();
        assertThat(inspection.software().languagePackages()).extracting(LanguagePackage::path)
                .containsOnly("usr/lib/libgo.so.1", "win.EXE");
    }

    @Test
    void programOfAnOlderGoIsReportedAsUnread() {
        assertUnread(new GoProgram().header(8, 0).padding(4096).toBytes(),
                "a Go version before 1.18 built the program and used another format");
    }

    @Test
    void truncatedInformationIsReportedAsUnread() {
        assertUnread(new GoProgram().header(8, 2).version("go1.24.1").length(500).text("x").toBytes(),
                "it is truncated");
    }

    @Test
    void informationThatIsDamagedOrTooLargeIsReportedAsUnread() {
        String because = "it is damaged or larger than 1 MiB";
        assertUnread(new GoProgram().header(8, 2).version("go1.24.1").length(2 << 20).padding(4096).toBytes(), because);
        assertUnread(GoProgram.of("go1.24.1", "dep\t" + "x".repeat(2000) + "\tv1\n"), because);
    }

    /** A program may contain bytes that look like a header, such as a tool that reads this information. */
    @Test
    void informationAfterAnUnreadableHeaderIsRead() {
        List<GoProgram> programs = List.of(new GoProgram().header(8, 0).padding(4096),
                new GoProgram().header(8, 2).version("go1.1").length(2 << 20),
                new GoProgram().header(8, 2).version("go1.1").length(1 << 20),
                new GoProgram().header(4, 0).header(8, 2).version("go1.1").length(5_000));
        assertThat(programs).allSatisfy(program -> {
            Inspection inspection =
                    inspect(program.aligned().header(8, 2).version("go1.24.1").modules(LINES).toBytes());
            assertThat(inspection.software().languagePackages()).hasSize(5);
            assertThat(inspection.software().unread()).isEmpty();
        });
    }

    @Test
    void firstReasonCountsIfNoInformationCanBeRead() {
        assertUnread(new GoProgram().header(8, 0).header(8, 2).version("go1.24.1").length(500).toBytes(),
                "a Go version before 1.18 built the program and used another format");
    }

    /** Each damaged piece of information has the maximum length. */
    @Test
    void programFullOfDamagedInformationIsReadInLinearTime() {
        GoProgram program = new GoProgram();
        IntStream.range(0, 20_000).forEach(i -> program.header(8, 2).version("go1.1").length((1 << 20) - 1).aligned());
        byte[] bytes = program.toBytes();
        BuildInfoSearch search = new BuildInfoSearch();
        search.update(bytes, 0, bytes.length);
        assertThat(search.finish()).isInstanceOf(NotRead.class);
    }

    /** Each of these texts begins like the information, but is something else. */
    @Test
    void programFullOfHeadersIsReadInLinearTime() {
        GoProgram program = new GoProgram();
        IntStream.range(0, 100_000).forEach(i -> program.text("\u00ff Go buildinf:\b\u0002"));
        byte[] bytes = program.toBytes();
        BuildInfoSearch search = new BuildInfoSearch();
        search.update(bytes, 0, bytes.length);
        assertThat(search.finish()).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "v1.2.3, v1.10.0", "v1.0.0-rc.1, v1.0.0", "v1.0.0-rc.2, v1.0.0-rc.10", "v1.0.0-1, v1.0.0-a",
            "v0.0.0-20240101000000-abcdefabcdef, v0.0.0-20250101000000-0123456789ab",
            "v1.2.3, v1.2.4-0.20250101000000-a",
            "v2.0.0+incompatible, v3.0.0+incompatible", "1.9, 1.10.1", "1.25rc1, 1.25rc2", "1.25rc9, 1.25rc10",
            "1.25rc2, 1.25.0", "v1.0.0-a, v1.0.0-a.1" })
    void versionsAreSortedLikeGo(String older, String newer) {
        assertThat(GoVersions.compare(older, newer)).isNegative();
        assertThat(GoVersions.compare(newer, older)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({ "v1.0.0, 1.0.0", "v1, main", "x, v1.0.0" })
    void versionsOfOtherKindsAreNotSorted(String one, String other) {
        assertThat(GoVersions.compare(one, other)).isNull();
    }

    @Test
    void packageUrlHasTheModulesPath() {
        assertThat(new GoEcosystem().purlName("github.com/A/b/v2"))
                .isEqualTo(new PurlName("github.com/a/b", "v2"));
        assertThat(new GoEcosystem().purlName("stdlib")).isEqualTo(new PurlName(null, "stdlib"));
    }

    private static void assertUnread(byte[] program, String because) {
        Inspection inspection = inspect(program);
        assertThat(inspection.software().languagePackages()).isEmpty();
        assertThat(inspection.software().unread()).containsExactly(new Unread(Subject.LANGUAGE_PACKAGE, "usr/bin/app",
                "The module information of this Go program is not read, because " + because + ".", 0));
    }

    private static Inspection inspect(byte[] program) {
        return DrawnImage.anImage().layer(l -> l.file("usr/bin/app", program, 0755)).inspect();
    }
}
