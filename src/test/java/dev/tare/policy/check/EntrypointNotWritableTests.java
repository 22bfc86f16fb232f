package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.system.Accounts.Password;

import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;

class EntrypointNotWritableTests extends CheckContract {

    private static final Check CHECK = new EntrypointNotWritable();

    @Override
    Stream<Example> examples() {
        return Stream.of(files(), folders(), groups(), scripts()).flatMap(examples -> examples);
    }

    private static Stream<Example> files() {
        return Stream.of(is(CHECK, PASS, owned(0, 0, 0755)), is(CHECK, PASS, owned(7, 8, 0664, "a.txt")),
                is(CHECK, PASS, owned(0, 9, 0775)), is(CHECK, WARN, owned(7, 0, 0555)),
                is(CHECK, WARN, owned(0, 8, 0575)), is(CHECK, WARN, owned(0, 0, 0777)),
                is(CHECK, WARN, owned(0, 8, 0664, "app.jar")), is(CHECK, WARN, owned(7, 0, 0644, "libx.so.1")),
                is(CHECK, WARN, owned(7, 0, 0644, "main.py")),
                is(CHECK, NOT_APPLICABLE, owned(0, 0, 0777).user("")),
                is(CHECK, UNKNOWN, owned(0, 0, 0777).user("app")),
                is(CHECK, UNKNOWN, owned(0, 0, 0777).user("token=s3cret")),
                is(CHECK, UNKNOWN, owned(0, 8, 0575).user("7:token=s3cret")),
                is(CHECK, WARN, owned(7, 0, 0555).user("7:token=s3cret")),
                is(CHECK, NOT_APPLICABLE, owned(0, 0, 0777).user("0:token=s3cret")));
    }

    private static Stream<Example> folders() {
        return Stream.of(is(CHECK, WARN, owned(0, 0, 0755).folder("opt", 0777)),
                is(CHECK, PASS, owned(0, 0, 0755).folder("opt", 01777)),
                is(CHECK, WARN, owned(0, 0, 0644, "app.jar").folder("opt", 0755, 7, 0)),
                is(CHECK, WARN, deep().folder("opt", 0755, 7, 0)),
                is(CHECK, WARN, deep().folder("opt", 01777).folder("opt/lib", 0755, 7, 0)),
                is(CHECK, PASS, deep().folder("opt", 01777).folder("opt/lib", 0755, 0, 0)));
    }

    private static Stream<Example> groups() {
        return Stream.of(is(CHECK, WARN, grouped().user("app").group("deploy", 9, "other", "app")),
                is(CHECK, WARN, grouped().user("7").group("deploy", 9, "app")),
                is(CHECK, PASS, grouped().user("app").group("deploy", 9, "other")),
                is(CHECK, PASS, grouped().user("app:8").group("deploy", 9, "app")));
    }

    private static Stream<Example> scripts() {
        return Stream.of(is(CHECK, WARN, server().entrypoint("python3.13", "-u", "/opt/server")),
                is(CHECK, WARN, server().workingDirectory("/opt").entrypoint("node").command("server")),
                is(CHECK, PASS, server().entrypoint("/opt/other", "/opt/server")),
                is(CHECK, UNKNOWN, server().entrypoint("node", "/opt/token=s3cret")),
                is(CHECK, UNKNOWN, server().workingDirectory("/token=s3cret").entrypoint("node", "server")),
                is(CHECK, PASS, server().entrypoint("/opt/other", "/opt/token=s3cret")),
                is(CHECK, PASS, server().entrypoint("node", "--token", "s3cret")),
                is(CHECK, WARN, server().entrypoint("node", "/opt/server", "token=s3cret")));
    }

    /** An image that runs as 7:8. */
    private static InspectionBuilder owned(long uid, long gid, int mode) {
        return owned(uid, gid, mode, "app");
    }

    private static InspectionBuilder owned(long uid, long gid, int mode, String name) {
        return image().user("7:8").file("opt/" + name, mode, uid, gid);
    }

    /** An image with a script without an extension, which the user can write. */
    private static InspectionBuilder server() {
        return owned(7, 0, 0644, "server").folder("opt", 0755);
    }

    /** An image with a library two folders deep. */
    private static InspectionBuilder deep() {
        return image().user("7:8").file("opt/lib/app.jar", 0644, 0, 0);
    }

    /** An image whose library is writable for a group that is not the first group of a user. */
    private static InspectionBuilder grouped() {
        return owned(0, 9, 0664, "app.jar").account("app", 7, 8, Password.LOCKED);
    }
}
