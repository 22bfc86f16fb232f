package dev.tare.policy.check;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.Secret;
import dev.tare.inspection.SecretPlace;
import dev.tare.inspection.Secrets;
import dev.tare.secret.Certainty;
import dev.tare.wording.Counts;

import static java.util.stream.Collectors.joining;

/** Checks that no layer and no part of the config contains keys or credentials. */
final class NoSensitiveData extends Check {

    private static final int LISTED = 10;

    /** The grades of certainty that warn. Published keys do not. */
    private static final List<Certainty> WEAKER = List.of(Certainty.LIKELY, Certainty.PROTECTED);

    private static final String REMEDY =
            "Revoke or change the secret, because anyone who pulled the image has it. Pass secrets to a build "
                    + "step with RUN --mount=type=secret, and to a container when it starts. A later layer cannot "
                    + "remove a secret, so rebuild the image without it, or squash the layers.";

    NoSensitiveData() {
        super("no-sensitive-data", "No sensitive data",
                "No private key, token or password is in the files of any layer, the environment, the labels or the "
                        + "history.",
                "Anyone who can pull the image can read all of its layers and its config.", "CIS-DI-0010");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        Secrets secrets = inspection.secrets();
        List<Secret> verified = secrets.of(Certainty.VERIFIED);
        List<Secret> weaker = WEAKER.stream().flatMap(certainty -> secrets.of(certainty).stream()).toList();
        if (secrets.count(Certainty.VERIFIED) + weaker(secrets) == 0) {
            return pass(none(secrets));
        }
        List<String> evidence =
                Stream.of(hidden(secrets), described("Found: ", verified), described("Less certain: ", weaker),
                        more(secrets)).flatMap(sentences -> sentences).toList();
        return CheckFinding.masked(this, secrets.count(Certainty.VERIFIED) == 0 ? Verdict.WARN : Verdict.FAIL,
                evidence,
                REMEDY);
    }

    private static String none(Secrets secrets) {
        long published = secrets.count(Certainty.PUBLISHED);
        return "Tare found no secrets in the files of any layer, the environment, the labels or the history."
                + (published == 0 ? ""
                        : " It does not count " + Counts.of(published, "key", "keys")
                                + " in the tests and documents of libraries and packages, because "
                                + (published == 1 ? "it is" : "they are") + " public.");
    }

    private static long weaker(Secrets secrets) {
        return WEAKER.stream().mapToLong(secrets::count).sum();
    }

    private static Stream<String> hidden(Secrets secrets) {
        List<Secret> hidden = secrets.items()
                .stream()
                .filter(secret -> secret.place().isHidden())
                .filter(secret -> secret.certainty() != Certainty.PUBLISHED)
                .toList();
        return hidden.isEmpty() ? Stream.of()
                : Stream.of(Counts.of(hidden.size(), "secret is", "secrets are")
                        + " in deleted or replaced files, which lower layers still contain.");
    }

    private static Stream<String> described(String before, List<Secret> secrets) {
        if (secrets.isEmpty()) {
            return Stream.of();
        }
        String first = secrets.stream().limit(LISTED).map(NoSensitiveData::described).collect(joining("; "));
        int more = secrets.size() - LISTED;
        return Stream.of(before + first + (more > 0 ? "; and " + Counts.of(more) + " more" : "") + ".");
    }

    private static String described(Secret secret) {
        return secret.kind().title() + " in " + secret.place().describe() + switch (secret.place()) {
            case SecretPlace.File file when file.hiddenBy() != null ->
                    " (layer " + file.layer() + ", hidden by layer " + file.hiddenBy() + ")";
            case SecretPlace.File file -> " (layer " + file.layer() + ")";
            default -> "";
        };
    }

    private static Stream<String> more(Secrets secrets) {
        long more = secrets.more().total() - secrets.more().of(Certainty.PUBLISHED);
        return more == 0 ? Stream.of() : Stream.of(Counts.of(more) + " more are not listed.");
    }
}
