package dev.tare.policy.check;

import java.util.stream.Stream;

import static dev.tare.policy.check.Verdict.UNKNOWN;

class ContentTrustTests extends CheckContract {

    @Override
    Stream<Example> examples() {
        return Stream.of(is(new ContentTrust(), UNKNOWN, image()));
    }

    /** Registries store signatures outside the image. */
    @Override
    boolean canPass() {
        return false;
    }
}
