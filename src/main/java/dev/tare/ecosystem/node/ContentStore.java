package dev.tare.ecosystem.node;

import java.util.regex.Pattern;

/**
 * Detects the files of the stores of pnpm and Yarn. Their names are digests of their contents.
 *
 * @see <a href="https://pnpm.io/symlinked-node-modules-structure">pnpm, structure of node_modules</a>
 * @see <a href="https://yarnpkg.com/configuration/yarnrc#nmMode">Yarn, setting nmMode</a>
 */
final class ContentStore {

    /** The first two digits are a folder. Executables have a suffix in pnpm, and their mode in Yarn. */
    private static final Pattern FILE = Pattern.compile("files/[0-9a-f]{2}/[0-9a-f]{4,}(?:-exec)?"
            + "|index/([0-9a-f]{2})/\\1[0-9a-f]{4,}\\.dat");

    private static final int FOLDER = 2;

    private ContentStore() {}

    static boolean contains(String path) {
        int folder = path.lastIndexOf('/') - FOLDER - 1;
        if (folder < 0 || path.charAt(folder) != '/') {
            return false;
        }
        int start = path.lastIndexOf('/', folder - 1) + 1;
        return FILE.matcher(path).region(start, path.length()).matches();
    }
}
