package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.content.Unread.Subject;
import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;

class NoReplacedPackagesTests extends CheckContract {

    private static final Check CHECK = new NoReplacedPackages();

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, NOT_APPLICABLE, image()),
                is(CHECK, NOT_APPLICABLE, image().dpkg("a", "1")),
                is(CHECK, UNKNOWN, image().unread(Subject.OS_PACKAGES, "var/lib/rpm/Packages", "It is corrupt.")),
                is(CHECK, PASS, image().file(info("a"), 1).layer("top").file(info("b"), 1)),
                is(CHECK, WARN,
                        image().file(info("b"), 1)
                                .base("bottom")
                                .layer("top")
                                .file(info("a:amd64"), 1)
                                .wasted(info("a:amd64"), 1, 0, 1)),
                is(CHECK, PASS,
                        image().file(info("b"), 1)
                                .layer("top")
                                .file(info("a"), 1)
                                .base("all")
                                .wasted(info("a"), 1, 0, 1)),
                is(CHECK, UNKNOWN,
                        image().file(info("b"), 1).layer("top").file(info("a"), 1).wasted(info("a"), 1, 0, 1)),
                is(CHECK, PASS, image().file(info("b"), 1).layer("top").wasted(info("a"), 1, 0, 1)),
                is(CHECK, UNKNOWN, image().layer("top").file(info("a"), 1).wasted(info("a"), 1, 0, 1)));
    }

    /** Looking at all packages for each of them takes minutes. */
    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void judgeLooksAtEachPackageOnce() {
        InspectionBuilder image = image().file(info("z"), 1).base("bottom").layer("top");
        for (int i = 0; i < 200_000; i++) {
            image.file(info("a" + i), 1).wasted(info("a" + i), 1, 0, 1);
        }
        assertFinding(CHECK, image).hasVerdict(WARN);
    }

    private static String info(String packageName) {
        return "var/lib/dpkg/info/" + packageName + ".md5sums";
    }
}
