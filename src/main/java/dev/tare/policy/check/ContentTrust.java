package dev.tare.policy.check;

import dev.tare.inspection.Inspection;

/** Checks for a signature. The verdict is always unknown, because registries store signatures outside the image. */
final class ContentTrust extends Check {

    ContentTrust() {
        super("content-trust", "Image is signed",
                "A trusted signer has signed the digest of the image. The verdict is always unknown, because registries store "
                        + "signatures outside the image.",
                "Without a signature, anyone with write access to the registry can replace the image unnoticed.",
                "CIS-DI-0005");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        return unknown("An image does not contain its own signature. Registries store signatures next to the image, so "
                + "verify the signature when you pull the image.",
                "Sign the image when you push it, for example with cosign or notation. Let a cluster policy admit "
                        + "only signed images.");
    }
}
