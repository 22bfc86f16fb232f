package dev.tare.policy.check;

import dev.tare.inspection.Inspection;

/** Checks for a signature. No image contains its own: it signs the image's digest, and is stored beside the image. */
final class ContentTrust extends Check {

    ContentTrust() {
        super("content-trust", "Is signed", "Somebody whom you trust has signed the image's digest.",
                "Whoever can write to the registry could otherwise put another image in its place.", "CIS-DI-0005");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        return unknown("An image cannot hold its own signature. It lies beside the image in the registry, where "
                + "whoever pulls the image can check it.",
                "Sign the image when it is pushed, and let only signed images run, such as with cosign or notation "
                        + "and a policy of the cluster.");
    }
}
