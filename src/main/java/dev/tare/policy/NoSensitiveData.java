package dev.tare.policy;

import dev.tare.inspection.Inspection;

/** Asks for no keys and credentials, which this version does not look for and so does not claim. */
final class NoSensitiveData extends Practice {

    NoSensitiveData() {
        super("no-sensitive-data", "Holds no sensitive data",
                "No private key, token or password is in the files, environment or history.",
                "Whoever can pull the image can read what is in it, in every layer.");
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        return unknown("This version of Tare does not scan for secrets.", "Scan the image with a secret scanner.");
    }
}
