package dev.tare.version;

/**
 * A version in the form of dpkg and rpm: {@code [epoch:]version[-revision]}.
 *
 * @param epoch    empty if missing, which counts as 0
 * @param revision the text after the last hyphen, called release by rpm; empty if missing
 */
public record EpochVersion(String epoch, String version, String revision) {

    public static EpochVersion parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        int hyphen = rest.lastIndexOf('-');
        return new EpochVersion(text.substring(0, Math.max(0, colon)), hyphen < 0 ? rest : rest.substring(0, hyphen),
                hyphen < 0 ? "" : rest.substring(hyphen + 1));
    }
}
