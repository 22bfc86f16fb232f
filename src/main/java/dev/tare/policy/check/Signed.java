package dev.tare.policy.check;

import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.ReferrerKind;
import dev.tare.referrer.Referrers;

import static java.util.stream.Collectors.joining;

/**
 * Checks that the registry has a signature of the image. The signature itself is not verified, because that needs the keys
 * or identities that the user trusts.
 */
final class Signed extends Check {

    private static final String VERIFY =
            "Tare does not verify signatures: use \"cosign verify\" or \"notation verify\".";

    private static final String SIGN = "Sign the image by its digest after you push it, for example with cosign or "
            + "notation. Let a cluster policy admit only images whose signature it verifies.";

    Signed() {
        super("signed", "Image is signed",
                "The registry has a signature of the index or of the manifest. Tare reports that a signature is there and does "
                        + "not verify it, which stays with cosign or notation.",
                "Without a signature, anyone with write access to the registry can replace the image unnoticed.",
                "CIS-DI-0005");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        Referrers referrers = inspection.referrers();
        List<Referrer> signatures = referrers.of(ReferrerKind.SIGNATURE);
        if (!signatures.isEmpty()) {
            return pass("The registry has " + described(signatures) + ". " + VERIFY);
        }
        if (referrers.incompleteBecause() != null) {
            return unknown(referrers.incompleteBecause(),
                    "Read the image by its name in the registry, or list its signatures with \"tare referrers\" or "
                            + "\"cosign tree\".");
        }
        long bundles = referrers.of(ReferrerKind.BUNDLE).size();
        return bundles > 0
                ? unknown("The registry has " + bundles + " Sigstore " + (bundles == 1 ? "bundle" : "bundles")
                        + " without a statement whether it is a signature or an attestation.",
                        "List its contents with \"tare referrers\". " + VERIFY)
                : warn("The registry lists no signature of this image. A signer may store signatures in another "
                        + "repository.", SIGN);
    }

    private static String described(List<Referrer> signatures) {
        return List.of(Referrer.Subject.values())
                .stream()
                .map(subject -> signatures.stream().filter(one -> one.subject() == subject).toList())
                .filter(some -> !some.isEmpty())
                .map(some -> some.size() + " " + ReferrerKind.SIGNATURE.noun(some.size()) + " of the "
                        + (some.getFirst().subject() == Referrer.Subject.INDEX ? "index" : "manifest") + " ("
                        + some.stream().map(one -> one.place().text()).distinct().collect(joining(", ")) + ")")
                .collect(joining(" and "));
    }
}
