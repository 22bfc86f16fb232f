package dev.tare.ecosystem;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Distinguishes the packages that applications in a language depend on from their own source files.
 *
 * @param language      display name, such as {@code Python}
 * @param sources       matches the names of source files
 * @param installers    packages that the runtime includes, or that install other packages
 * @param sharedFolders folders, anywhere in the image, with packages that belong to no application
 */
public record ApplicationLayout(String language, Pattern sources, Set<String> installers,
        Set<String> sharedFolders) {

    public ApplicationLayout {
        installers = Set.copyOf(installers);
        sharedFolders = Set.copyOf(sharedFolders);
    }

    public boolean isSource(String fileName) {
        return this.sources.matcher(fileName).matches();
    }

    /** Whether an application may depend on this package. */
    public boolean isDependency(LanguagePackage one) {
        return !this.installers.contains(one.name())
                && this.sharedFolders.stream().noneMatch(folder -> isBelow(one.path(), folder));
    }

    /** Whether a path is below a folder with this name, or below several nested folders. */
    static boolean isBelow(String path, String folder) {
        for (int start = path.indexOf(folder); start >= 0; start = path.indexOf(folder, start + 1)) {
            int end = start + folder.length();
            if ((start == 0 || path.charAt(start - 1) == '/') && end < path.length() && path.charAt(end) == '/') {
                return true;
            }
        }
        return false;
    }
}
