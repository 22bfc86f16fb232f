package dev.tare.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.secret.SecretRule.Hit;
import org.jspecify.annotations.Nullable;

/** All rules by what their anchors begin with. */
final class Rules {

    static final Rules ALL = new Rules(Stream.concat(TokenRules.ALL.stream(),
            Stream.of(new PemRule(), new EncodedPemRule(), new PuttyRule(), new AgeRule(), new AwsRule("AKIA"),
                    new AwsRule("ASIA"), new AzureRule()))
            .toList());

    private final Anchored[][] byFirst = new Anchored[256][];

    private Rules(List<SecretRule> rules) {
        List<List<Anchored>> lists = Stream.generate(() -> (List<Anchored>) new ArrayList<Anchored>())
                .limit(this.byFirst.length)
                .toList();
        rules.stream().map(Anchored::new).forEach(anchored -> lists.get(anchored.first()).add(anchored));
        for (int i = 0; i < this.byFirst.length; i++) {
            this.byFirst[i] = lists.get(i).toArray(new Anchored[0]);
        }
    }

    /** What stands here, or {@code null}. */
    @Nullable
    Hit match(Window window, int at) {
        for (Anchored anchored : this.byFirst[window.at(at)]) {
            Hit hit = anchored.match(window, at);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    /** A rule and the bytes of its anchor. */
    private static final class Anchored {

        private final byte[] anchor;

        private final SecretRule rule;

        Anchored(SecretRule rule) {
            this.anchor = rule.anchor().getBytes(StandardCharsets.ISO_8859_1);
            this.rule = rule;
        }

        int first() {
            return this.anchor[0];
        }

        @Nullable
        Hit match(Window window, int at) {
            return window.startsWith(this.anchor, at) ? this.rule.match(window, at) : null;
        }
    }
}
