package dev.tare.ecosystem.node;

import java.util.List;
import java.util.Set;

/**
 * Detects the folders in which npm, Yarn, pnpm and Bun install packages, also inside other packages. Isolated layouts
 * have one folder for each package in a store, and links to it. Packages in the tests of another package do not count.
 *
 * @see <a href="https://docs.npmjs.com/cli/v11/configuring-npm/folders">npm folders</a>
 * @see <a href="https://github.com/npm/rfcs/blob/main/accepted/0042-isolated-mode.md">npm, isolated mode</a>
 * @see <a href="https://pnpm.io/symlinked-node-modules-structure">pnpm, structure of node_modules</a>
 * @see <a href="https://bun.com/docs/pm/isolated-installs">Bun, isolated installs</a>
 * @see <a href="https://yarnpkg.com/features/linkers#nodelinker-pnpm">Yarn, pnpm linker</a>
 */
final class NodeModules {

    private static final String FOLDER = "node_modules";

    /** npm and Yarn have stores of one name. */
    private static final Set<String> STORES = Set.of(".pnpm", ".bun", ".store");

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

    /** The index after a package, which may have a scope or be in a store; -1 if there is no package. */
    private int afterPackage(int at) {
        return STORES.contains(name(at)) ? afterStored(at + 1) : afterName(at);
    }

    /** The folder of a package in a store has its own {@code node_modules}, and with Yarn a folder {@code package}. */
    private int afterStored(int at) {
        int folder = name(at).startsWith("@") && !name(at + 1).equals(FOLDER) ? at + 2 : at + 1;
        return name(folder).equals(FOLDER) ? afterName(folder + 1) : name(at + 1).equals("package") ? at + 2 : -1;
    }

    private int afterName(int at) {
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
