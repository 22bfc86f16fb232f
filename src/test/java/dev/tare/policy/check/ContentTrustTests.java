package dev.tare.policy.check;

import java.util.stream.Stream;

import static dev.tare.policy.check.Verdict.UNKNOWN;

class ContentTrustTests extends CheckContract {

    @Override
    Stream<Example> examples() {
        return Stream.of(is(new ContentTrust(), UNKNOWN, image()));
    }

    /** A signature is beside the image in the registry. */
    @Override
    boolean canPass() {
        return false;
    }
}
