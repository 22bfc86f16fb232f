package dev.tare.products;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.Jar.Certainty;

/**
 * How many jars of a product are identified, by certainty.
 *
 * @param known number of jars that {@link KnownJars} has too
 * @param wrong a line for each jar with other coordinates than there
 */
record Shares(Map<Certainty, Integer> counts, int known, List<String> wrong) {

    static Shares of(List<Jar> jars, KnownJars known) {
        Map<Certainty, Integer> counts = new EnumMap<>(Certainty.class);
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Jar jar : jars) {
            counts.merge(jar.certainty(), 1, Integer::sum);
            Set<String> coordinates = known.of(jar);
            if (!coordinates.isEmpty()) {
                checked++;
                String stated = jar.library() + ":" + jar.version();
                if (jar.certainty() != Certainty.UNKNOWN && !coordinates.contains(stated)) {
                    wrong.add("%s is %s, not %s (%s, %s)".formatted(jar.path(), coordinates, stated, jar.certainty(),
                            jar.evidence()));
                }
            }
        }
        return new Shares(counts, checked, wrong);
    }

    String[] cells(String product) {
        int all = this.counts.values().stream().mapToInt(Integer::intValue).sum();
        return new String[] { product, String.valueOf(all), share(Certainty.EXACT, all), share(Certainty.INFERRED, all),
                share(Certainty.UNKNOWN, all), String.valueOf(this.known), String.valueOf(this.wrong.size()) };
    }

    private String share(Certainty certainty, int all) {
        int count = this.counts.getOrDefault(certainty, 0);
        return "%d (%d %%)".formatted(count, all == 0 ? 0 : Math.round(100.0 * count / all));
    }
}
