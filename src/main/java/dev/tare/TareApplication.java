package dev.tare;

import dev.tare.command.TareCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Tare. Without a command it is a web service. Commands run without Spring, so that they start at once. */
@SpringBootApplication
public class TareApplication {

    public static void main(String[] args) {
        if (!TareCommand.takes(args)) {
            SpringApplication.run(TareApplication.class, args);
            return;
        }
        int status = TareCommand.run(arguments -> main(arguments.toArray(String[]::new)), args);
        if (status != 0) {
            System.exit(status);
        }
    }

}
