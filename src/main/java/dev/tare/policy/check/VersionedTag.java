package dev.tare.policy.check;

import dev.tare.inspection.Inspection;

/**
 * Checks that the tag is a version, and not {@code latest}.
 *
 * @see <a href="https://github.com/distribution/reference/blob/v0.6.0/reference.go">the grammar of references</a>
 */
final class VersionedTag extends Check {

    private static final String LATEST = "latest";

    private static final String REMEDY = "Tag it with its version, and deploy it by its digest.";

    VersionedTag() {
        super("versioned-tag", "Has a tag that says its version", "The image's tag is another than latest.",
                "What is called latest is another image tomorrow, and nobody can tell which one runs.",
                "DKL-DI-0006");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        String given = inspection.image().name();
        if (HiddenWords.areIn(given.substring(given.lastIndexOf('/') + 1))) {
            return unknown(HiddenWords.reason("The name of the image"), REMEDY);
        }
        String name = withoutNote(given);
        if (name.contains("@")) {
            return pass("The image is called by its digest: " + name + ".");
        }
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        if (tagged ? name.endsWith(":" + LATEST) : name.equals(LATEST)) {
            return warn("The image is called " + name + ".", REMEDY);
        }
        return tagged ? pass("The image's tag is " + name.substring(colon + 1) + ".")
                : notApplicable("No tag is known: the image is called " + name + ".");
    }

    /** In a comparison, images of one name have their file or a number behind it. */
    private static String withoutNote(String name) {
        int note = name.indexOf(" (");
        return note < 0 ? name : name.substring(0, note);
    }
}
