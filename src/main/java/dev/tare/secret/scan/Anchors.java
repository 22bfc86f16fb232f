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
import org.jspecify.annotations.Nullable;

/**
 * Finds where the anchors of the rules may stand. Of three bytes in a row of each anchor the two pairs are known: one
 * of them is met by whoever looks at every other pair of bytes only, sixteen bytes in one step, in most of which there is none.
 */
final class Anchors {

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle PAIR =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** What stands in most programs and texts, the most frequent first. */
    private static final String FREQUENT = "etraniosclpudybm_hfg.v-AIkwSTECR";

    private static final List<SecretRule> RULES = Stream.concat(TokenRules.ALL.stream(),
            Stream.of(new PemRule(), new EncodedPemRule(), new PuttyRule(), new AgeRule(), new AwsRule("AKIA"),
                    new AwsRule("ASIA"), new AzureRule()))
            .toList();

    /** For each pair of bytes the group of anchors that have it; 0 for almost all pairs. */
    private static final byte[] GROUPS = new byte[1 << Short.SIZE];

    private static final Anchor[][] ANCHORS = grouped();

    /** The furthest that a known pair is from the beginning of its anchor. */
    static final int REACH = Stream.of(ANCHORS).flatMap(Stream::of).mapToInt(Anchor::offset).max().orElseThrow();

    private Anchors() {}

    /**
     * The first pair that belongs to an anchor, of those that begin at {@code from} and every second place behind it.
     *
     * @param end before which a pair must begin; the byte there must be one of the array too
     * @return {@code end} or more if there is none
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

    /** Those anchors that have the pair that stands here. */
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

    /** Where the three bytes begin whose more frequent pair is the least frequent. */
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

    /** What the secrets of a rule begin with, and the offset of the pair of bytes by which it is found. */
    static final class Anchor {

        private final SecretRule rule;

        private final byte[] text;

        private final int offset;

        Anchor(SecretRule rule, int offset) {
            this.rule = rule;
            this.text = rule.anchor().getBytes(StandardCharsets.ISO_8859_1);
            this.offset = offset;
        }

        /** Of the pair. */
        int offset() {
            return this.offset;
        }

        boolean isAt(Window window, int at) {
            return window.startsWith(this.text, at);
        }

        /** Whether what has it begins a word. */
        boolean beginsWord() {
            return this.rule.beginsWord();
        }

        /** The secret that begins with the anchor that is here, or {@code null} if none does. */
        @Nullable
        Hit match(Window window, int at) {
            return this.rule.match(window, at);
        }
    }
}
