package dev.tare.policy.check;

import dev.tare.inspection.Inspection;

/**
 * Checks that the tag is a version, and not {@code latest}.
 *
 * @see <a href="https://github.com/distribution/reference/blob/v0.6.0/reference.go">the grammar of references</a>
 */
final class VersionedTag extends Check {

    private static final String LATEST = "latest";

    private static final String REMEDY = "Tag the image with its version, and deploy it by digest.";

    VersionedTag() {
        super("versioned-tag", "Tag is not latest", "The name of the image has a digest, or a tag other than latest.",
                "The tag latest moves to the next image, so it does not identify the image that runs.",
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
            return pass("The name of the image has a digest: " + name + ".");
        }
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        if (tagged ? name.endsWith(":" + LATEST) : name.equals(LATEST)) {
            return warn("The name of the image is " + name + ".", REMEDY);
        }
        return tagged ? pass("The tag is " + name.substring(colon + 1) + ".")
                : notApplicable("No tag is known. The name of the image is " + name + ".");
    }

    /** In a comparison, a file or number in parentheses follows a name that several images have. */
    private static String withoutNote(String name) {
        int note = name.indexOf(" (");
        return note < 0 ? name : name.substring(0, note);
    }
}
