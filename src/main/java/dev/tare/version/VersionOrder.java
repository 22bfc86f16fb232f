package dev.tare.version;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Says which of two versions is the newer one, in the order of who manages them. */
public final class VersionOrder {

    /** Nobody writes longer ones, and comparing is work. */
    private static final int MAX_LENGTH = 256;

    private static final Map<String, Comparator<String>> ORDERS = Map.of("dpkg", DpkgVersions.ORDER, "rpm",
            RpmVersions.ORDER, "java", MavenVersions.ORDER);

    private VersionOrder() {}

    /** {@code null} if there are several versions, if they are equal in that order, or if nothing defines one. */
    public static @Nullable Direction direction(String ecosystem, List<String> from, List<String> to) {
        if (from.size() != 1 || to.size() != 1 || !isVersion(from.getFirst()) || !isVersion(to.getFirst())) {
            return null;
        }
        Integer order = compare(ecosystem, from.getFirst(), to.getFirst());
        return order == null || order == 0 ? null : order < 0 ? Direction.UPGRADE : Direction.DOWNGRADE;
    }

    private static @Nullable Integer compare(String ecosystem, String from, String to) {
        if (ecosystem.equals("apk")) {
            return ApkVersions.compare(from, to);
        }
        Comparator<String> order = ORDERS.get(ecosystem);
        return order == null ? null : order.compare(from, to);
    }

    /** What has a space is a version and more than it, such as its architecture. */
    private static boolean isVersion(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.indexOf(' ') < 0;
    }
}
