package dev.tare.web;

import java.time.Instant;
import java.util.List;

import dev.tare.archive.tar.EntryType;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.file.Aspect;
import dev.tare.ecosystem.java.JavaRuntime.Kind;
import dev.tare.policy.check.Verdict;
import dev.tare.report.FileStateReport;
import dev.tare.report.MovedFileReport;
import dev.tare.report.RuntimeChangeReport;
import dev.tare.report.VersionChangeReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShownTests {

    private final Shown shown = new Shown();

    @Test
    void sizeIsRoundedAndBytesAreNot() {
        assertThat(this.shown.size(55_123_456L)).isEqualTo("55.1\u00a0MB");
        assertThat(this.shown.bytes(55_123_456L)).isEqualTo("55,123,456 bytes");
        assertThat(this.shown.growth(-55_123_456L)).isEqualTo("−55.1\u00a0MB");
        assertThat(this.shown.growth(1_000L)).isEqualTo("+1.00\u00a0kB");
    }

    @Test
    void whatIsUnknownIsSaidToBe() {
        assertThat(List.of(this.shown.size(null), this.shown.bytes(null), this.shown.growth(null),
                this.shown.text(null), this.shown.digest(null), this.shown.time(null),
                this.shown.verdict(Verdict.UNKNOWN))).containsOnly("unknown");
    }

    @Test
    void percentHasOneDecimalWhereItIsSmall() {
        assertThat(this.shown.percent(212, 157)).isEqualTo("−26\u00a0%");
        assertThat(this.shown.percent(1000, 1026)).isEqualTo("+2.6\u00a0%");
        assertThat(this.shown.percent(1000, 1000)).isEqualTo("0.0\u00a0%");
        assertThat(this.shown.percent(0, 5)).isEmpty();
        assertThat(this.shown.percent(1_000_000, 1_000_001)).isEmpty();
        assertThat(this.shown.percent(1000, 0)).isEqualTo("−100\u00a0%");
        assertThat(this.shown.percent(1_000_000, 1)).isEqualTo("−99.9\u00a0%");
        assertThat(this.shown.percent(1000, 4)).isEqualTo("−99.6\u00a0%");
        assertThat(this.shown.percent(1, Long.MAX_VALUE)).startsWith("+922337203685477580");
    }

    @Test
    void aspectsOfAMovedFileAreWhatElseIsDifferent() {
        FileStateReport state =
                new FileStateReport(EntryType.FILE, 1, "0644", 0, 0, null, null, 0, null, List.of(), null);
        assertThat(this.shown.aspects(new MovedFileReport("a", "b", List.of(), state, state))).isEqualTo("—");
        assertThat(this.shown.aspects(
                new MovedFileReport("a", "b", List.of(Aspect.OWNER, Aspect.EXTENDED_ATTRIBUTES), state, state)))
                .isEqualTo("owner, extended attributes");
    }

    @Test
    void runtimeThatChangedTellsItsModulesVisibly() {
        VersionChangeReport change = new VersionChangeReport("java", "v", Change.MODIFIED, List.of("25"),
                List.of("25"), true, null, null, new RuntimeChangeReport(List.of(Kind.JRE), List.of(Kind.JRE),
                        List.of("a\u202e"), List.of()));
        assertThat(this.shown.runtime(change)).isEqualTo("1 module added: a\\u202e");
        assertThat(this.shown.change(change, "content")).isEqualTo("same version, other modules");
    }

    @Test
    void textShowsEveryCharacter() {
        assertThat(this.shown.text("a\nb\u202e")).isEqualTo("a\\nb\\u202e");
    }

    @Test
    void digestIsShortened() {
        assertThat(this.shown.digest("sha256:0123456789abcdef")).isEqualTo("0123456789ab");
    }

    @Test
    void timeIsUtcToTheMinute() {
        assertThat(this.shown.time(Instant.parse("2026-10-01T12:34:56Z"))).isEqualTo("2026-10-01 12:34 UTC");
    }
}
