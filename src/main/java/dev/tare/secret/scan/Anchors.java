package dev.tare.secret.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the possible places of the anchors of the rules. The table contains both pairs of three adjacent bytes of each
 * anchor. A search that looks at every other pair of bytes meets one of them. It looks at sixteen bytes in one step,
 * and most of these contain no pair of the table.
 */
final class Anchors {

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle PAIR =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** The characters of most programs and texts, the most frequent first. */
    private static final String FREQUENT = "etraniosclpudybm_hfg.v-AIkwSTECR";

    private static final List<SecretRule> RULES = Stream
            .<Stream<SecretRule>>of(TokenRules.ALL.stream(), GitLabRule.ALL.stream(), AzureRule.ALL.stream(),
                    Stream.of(new PemRule(), new EncodedPemRule(), new PuttyRule(), new AgeRule(), new AwsRule("AKIA"),
                            new AwsRule("ASIA")))
            .flatMap(rules -> rules)
            .toList();

    /** The group of anchors that contain a pair of bytes; 0 for almost all pairs. */
    private static final byte[] GROUPS = new byte[1 << Short.SIZE];

    private static final Anchor[][] ANCHORS = grouped();

    /** The greatest distance of a known pair from the beginning of its anchor. */
    static final int REACH = Stream.of(ANCHORS).flatMap(Stream::of).mapToInt(Anchor::offset).max().orElseThrow();

    private Anchors() {}

    /**
     * The first pair that belongs to an anchor, among the pairs at {@code from} and every second index after it.
     *
     * @param end before which a pair must begin; the array must contain the byte there too
     * @return {@code end} or more if no pair belongs to an anchor
     */
    static int nextPair(byte[] bytes, int from, int end) {
        int at = from;
        while (at + 2 * Long.BYTES <= end
                && (known((long) WORD.get(bytes, at)) | known((long) WORD.get(bytes, at + Long.BYTES))) == 0) {
            at += 2 * Long.BYTES;
        }
        while (at < end && GROUPS[pair(bytes, at)] == 0) {
            at += 2;
        }
        return at;
    }

    /** Not 0 if one of the four pairs of a word belongs to an anchor. */
    private static int known(long word) {
        return GROUPS[(int) word & 0xffff] | GROUPS[(int) word >>> Short.SIZE]
                | GROUPS[(int) (word >>> Integer.SIZE) & 0xffff] | GROUPS[(int) (word >>> (Long.SIZE - Short.SIZE))];
    }

    /** The anchors that contain the pair at a place. */
    static Anchor[] at(byte[] bytes, int pair) {
        return ANCHORS[GROUPS[pair(bytes, pair)] & 0xff];
    }

    private static int pair(byte[] bytes, int at) {
        return (short) PAIR.get(bytes, at) & 0xffff;
    }

    private static Anchor[][] grouped() {
        Map<Integer, List<Anchor>> byPair = new LinkedHashMap<>();
        RULES.forEach(rule -> {
            int rarest = rarest(rule.anchor());
            for (int offset = rarest; offset < rarest + 2; offset++) {
                int pair = rule.anchor().charAt(offset) | rule.anchor().charAt(offset + 1) << Byte.SIZE;
                byPair.computeIfAbsent(pair, none -> new ArrayList<>()).add(new Anchor(rule, offset));
            }
        });
        List<Anchor[]> groups = new ArrayList<>();
        groups.add(new Anchor[0]);
        byPair.forEach((pair, anchors) -> {
            GROUPS[pair] = (byte) groups.size();
            groups.add(anchors.toArray(Anchor[]::new));
        });
        return groups.toArray(Anchor[][]::new);
    }

    /** The index of the three bytes with the rarest pairs, by the more frequent pair of each three bytes. */
    private static int rarest(String anchor) {
        return IntStream.range(0, anchor.length() - 2)
                .boxed()
                .max(Comparator.comparingInt(at -> Math.min(rarity(anchor, at), rarity(anchor, at + 1))))
                .orElseThrow();
    }

    private static int rarity(String anchor, int at) {
        return rarity(anchor.charAt(at)) + rarity(anchor.charAt(at + 1));
    }

    private static int rarity(char c) {
        int place = FREQUENT.indexOf(c);
        return place < 0 ? FREQUENT.length() : place;
    }

    /** A rule's literal prefix, and the offset of the byte pair used to find it. */
    static final class Anchor {

        private final SecretRule rule;

        private final byte[] text;

        private final int offset;

        Anchor(SecretRule rule, int offset) {
            this.rule = rule;
            this.text = rule.anchor().getBytes(StandardCharsets.ISO_8859_1);
            this.offset = offset;
        }

        /** The offset of the pair. */
        int offset() {
            return this.offset;
        }

        boolean isAt(Window window, int at) {
            return window.startsWith(this.text, at);
        }

        /** Whether the secret begins a word. */
        boolean beginsWord() {
            return this.rule.beginsWord();
        }

        /** The secret that begins here with the anchor, or {@code null} if no secret begins here. */
        @Nullable
        Hit match(Window window, int at) {
            return this.rule.match(window, at);
        }
    }
}
