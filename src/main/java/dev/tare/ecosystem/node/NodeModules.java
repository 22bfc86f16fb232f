package dev.tare.ecosystem.node;

import java.util.List;
import java.util.Set;

/**
 * Detects the folders in which npm, Yarn and pnpm install packages, also inside other packages. Packages in the tests
 * of another package do not count.
 *
 * @see <a href="https://docs.npmjs.com/cli/v11/configuring-npm/folders">npm folders</a>
 */
final class NodeModules {

    private static final String FOLDER = "node_modules";

    private static final Set<String> FOR_TESTS = Set.of("test", "tests", "__tests__", "testing", "spec", "specs",
            "fixture", "fixtures", "__fixtures__", "example", "examples", "mock", "mocks", "__mocks__", "testdata");

    private final List<String> names;

    private NodeModules(String path) {
        this.names = List.of(path.split("/"));
    }

    /** Whether a folder is the folder of a package. */
    static boolean isPackage(String path) {
        return new NodeModules(path).isPackage();
    }

    private boolean isPackage() {
        int at = this.names.indexOf(FOLDER);
        while (at >= 0) {
            int next = afterPackage(at + 1);
            if (next == this.names.size()) {
                return true;
            }
            at = nextFolder(next);
        }
        return false;
    }

    /** The index after a package, which may have a scope or be in the store of pnpm; -1 if there is no package. */
    private int afterPackage(int at) {
        if (name(at).equals(".pnpm") && name(at + 2).equals(FOLDER)) {
            return afterPackage(at + 3);
        }
        int own = name(at).startsWith("@") ? at + 1 : at;
        return name(own).isEmpty() || name(own).startsWith("@") || name(own).startsWith(".") ? -1 : own + 1;
    }

    /**
     * The index of the packages inside a package, from an index on; -1 if it contains only packages for tests, or no packages.
     */
    private int nextFolder(int from) {
        for (int at = from; at >= 0 && at < this.names.size() && !FOR_TESTS.contains(name(at)); at++) {
            if (name(at).equals(FOLDER)) {
                return at;
            }
        }
        return -1;
    }

    private String name(int at) {
        return at < this.names.size() ? this.names.get(at) : "";
    }
}
