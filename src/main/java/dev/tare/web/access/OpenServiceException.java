package dev.tare.web.access;

import org.springframework.boot.ExitCodeGenerator;

/** Tare would listen on an address that other machines reach, and has no permission for it. */
final class OpenServiceException extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    private static final int WRONG_USAGE = 2;

    private final String property;

    OpenServiceException(String property, String address) {
        super("Tare would listen on " + address + " (" + property
                + "), so other machines could reach it. It has no access control: everybody who reaches it can upload"
                + " images and read all comparisons.");
        this.property = property;
    }

    /** The next step. */
    String action() {
        return "Set " + this.property + "=127.0.0.1, or restrict who can reach Tare and set tare.security.open=true"
                + " (TARE_SECURITY_OPEN=true).";
    }

    @Override
    public int getExitCode() {
        return WRONG_USAGE;
    }
}
