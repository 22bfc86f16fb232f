package dev.tare.filetree;

import java.util.Comparator;

/** The order of paths in a file tree: by their code points, which is also that of their bytes in UTF-8. */
final class PathOrder implements Comparator<String> {

    @Override
    public int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return rank(one.charAt(i)) - rank(other.charAt(i));
            }
        }
        return one.length() - other.length();
    }

    /** Characters that take two come after all that take one. */
    private static int rank(char character) {
        return Character.isSurrogate(character) ? character + Character.MAX_VALUE : character;
    }
}
