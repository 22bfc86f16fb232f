package dev.tare.referrer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The referrers of an image that are known.
 *
 * @param list              each once; several signatures may have one digest, that of the text which they sign
 * @param incompleteBecause why there may be others, in sentences; {@code null} if the list is complete
 */
public record Referrers(List<Referrer> list, @Nullable String incompleteBecause) {

    /** The referrers of an image that is not in a registry are unknown. */
    public static final Referrers OUTSIDE_REGISTRY = new Referrers(List.of(),
            "Registries store signatures beside the image. This image is from an archive or an engine, so Tare asked no "
                    + "registry.");

    public Referrers {
        list = List.copyOf(list);
    }

    /** No referrer is known, for a reason in sentences. */
    public static Referrers unknown(String because) {
        return new Referrers(List.of(), because);
    }

    /** The same with others, which come first. */
    public Referrers after(List<Referrer> others) {
        Set<Referrer> first = new LinkedHashSet<>(others);
        return new Referrers(
                Stream.concat(first.stream(), this.list.stream().filter(one -> !first.contains(one))).toList(),
                this.incompleteBecause);
    }

    /** Those of a kind. Artifacts about another image do not count. */
    public List<Referrer> of(ReferrerKind kind) {
        return this.list.stream().filter(one -> one.kind() == kind && !one.otherSubject()).toList();
    }

    /**
     * A copy with masked texts.
     *
     * @param words     masks a type
     * @param sentences masks a reason
     */
    public Referrers masked(UnaryOperator<String> words, UnaryOperator<String> sentences) {
        return new Referrers(this.list.stream().map(one -> one.masked(words)).toList(),
                this.incompleteBecause == null ? null : sentences.apply(this.incompleteBecause));
    }

    /** An upper estimate of the characters in memory. */
    public long length() {
        return this.list.stream()
                .mapToLong(one -> 512 + one.type().length()
                        + (one.predicateType() == null ? 0 : one.predicateType().length())
                        + 512L * one.contents().size())
                .sum();
    }
}
