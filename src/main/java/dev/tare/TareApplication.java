package dev.tare;

import java.util.Objects;

import dev.tare.command.TareCommand;
import dev.tare.command.Version;
import dev.tare.web.ComparisonFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Tare. Without a command it is a web service. Commands run without Spring, so that they start at once. */
@SpringBootApplication
public class TareApplication {

    /** Memory for the report that memory is used up. Nothing reads it. */
    @SuppressWarnings("UnusedVariable")
    private static byte @Nullable [] reserve = new byte[1 << 20];

    /** After an uncaught error Java exits with the status 1, which means an exceeded budget here. */
    public static void main(String[] args) {
        boolean ended = false;
        int status = 0;
        try {
            status = run(args);
            ended = true;
        } finally {
            reserve = null;
            if (!ended) {
                Runtime.getRuntime().halt(2);
            }
        }
        if (status == Service.ABANDONED) {
            throw Service.abandoned();
        }
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(String... args) {
        try {
            if (Version.isAllThatIsWanted(args)) {
                return Version.print();
            }
            TemporaryFolder.use();
            return TareCommand.takes(args) ? command(args) : Service.start(args);
        } catch (Throwable ex) {
            reserve = null;
            TareCommand.report(ex);
            return TareCommand.ERROR;
        }
    }

    static int command(String... args) {
        return TareCommand.run(given -> Service.start(given.toArray(String[]::new)),
                (report, out) -> ComparisonFile.write(report, out), args);
    }

    /** A separate class, so that a command loads no class of Spring. */
    private static final class Service {

        /** A build or test abandons a start on purpose, with an exception that it catches. */
        static final int ABANDONED = -1;

        private static @Nullable RuntimeException abandoned;

        /** Spring reports the problem if the service does not start. The exception of an abandoned start is kept. */
        @SuppressWarnings("StaticAssignmentOfThrowable")
        static int start(String... args) {
            try {
                SpringApplication.run(TareApplication.class, args);
                return 0;
            } catch (SpringApplication.AbandonedRunException ex) {
                abandoned = ex;
                return ABANDONED;
            } catch (RuntimeException ex) {
                return TareCommand.ERROR;
            }
        }

        static RuntimeException abandoned() {
            return Objects.requireNonNull(abandoned);
        }
    }
}
