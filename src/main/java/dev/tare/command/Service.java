package dev.tare.command;

import java.util.List;

/** Starts the web page and the API, and returns once they run. The command does not depend on the implementation. */
@FunctionalInterface
public interface Service {

    /** Starts it with Spring Boot's arguments. */
    void start(List<String> arguments);
}
