package dev.tare.inspection.base;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tare.image.DiffId;
import dev.tare.image.Image;
import dev.tare.image.KnownBase;

import static java.util.stream.Collectors.joining;

/**
 * Images that are known as bases of others. Their layers verify a base image.
 *
 * @param given  by a person for these images; they take precedence over all others
 * @param listed by an organization
 */
public record KnownBases(List<KnownBase> given, List<KnownBase> listed) {

    /** No image is known. */
    public static final KnownBases NONE = new KnownBases(List.of(), List.of());

    public KnownBases {
        given = List.copyOf(given);
        listed = List.copyOf(listed);
    }

    /**
     * The base image with the best grade.
     *
     * @param name   the name of the image in its source, because other builds of its repository are no base images
     * @param found  the base image from the evidence in the image
     * @param others other images of the same comparison but builds of the same repository; only a true prefix counts
     */
    public BaseImage verify(String name, Image image, BaseImage found, List<KnownBase> others) {
        List<DiffId> layers = image.config().diffIds();
        Optional<KnownBase> chosen = longest(this.given.stream().filter(base -> base.isBelow(layers)));
        if (chosen.isPresent()) {
            return verified(chosen.get(), layers.size());
        }
        List<KnownBase> prefixes = others.stream()
                .filter(base -> base.isBelow(layers) && base.diffIds().size() < layers.size())
                .toList();
        Optional<KnownBase> longest = longest(Stream.concat(
                this.listed.stream()
                        .filter(base -> base.isBelow(layers) && !isSame(base, image)
                                && !areOfOneRepository(base.name(), name)),
                prefixes.stream().filter(base -> !isAboveStated(base, found))));
        BaseImage verified = withGiven(longest.map(base -> better(found, base, layers.size())).orElse(found));
        return longest(prefixes.stream().filter(base -> isAboveStated(base, found)))
                .map(above -> verified.withSentence(sentence(above, layers.size())
                        + " These are more layers than the build stated, so " + above.name()
                        + " may be another build of the application."))
                .orElse(verified);
    }

    /**
     * The base image that an image names, graded with the layers that it has in its registry.
     *
     * @param named          has the name and the digest of the image's own record
     * @param mayBeInherited whether the base image may have left the record, which then names the base of the base image
     */
    static BaseImage verifyNamed(Image image, BaseImage found, KnownBase named, boolean mayBeInherited) {
        int layers = image.config().diffIds().size();
        int length = named.diffIds().size();
        if (image.id().equals(named.id())) {
            return found.withSentence("The image names itself as its base image.");
        }
        if (!named.isBelow(image.config().diffIds())) {
            return found.withSentence("The image does not begin with the layers of " + named.name()
                    + (named.digest() == null ? ", whose tag may have moved since the build." : "."));
        }
        return mayBeInherited && found.boundary() instanceof BaseBoundary.Likely(int likely) && likely > length
                ? atLeast(found, named, layers)
                : better(found, named, layers);
    }

    /** An image of the comparison may contain the application, or a part of it. Then the build stated fewer layers. */
    private static boolean isAboveStated(KnownBase base, BaseImage found) {
        return found.boundary() instanceof BaseBoundary.Known(int stated) && base.diffIds().size() > stated;
    }

    /** Whether two images are builds of the same repository, as far as their names have one. */
    public static boolean areOfOneRepository(String name, String other) {
        return Repository.isSame(name, other);
    }

    /** Whether it is unknown if two images are builds of the same repository, because no name has a tag or digest. */
    public static boolean areUntagged(String name, String other) {
        return !Repository.isTagged(name) && !Repository.isTagged(other);
    }

    /** The longest one, or the first of several. */
    private static Optional<KnownBase> longest(Stream<KnownBase> bases) {
        return bases.max(Comparator.comparingInt(base -> base.diffIds().size()));
    }

    /** Whether the image may be the known one itself, and not one with the same layers and another config. */
    private static boolean isSame(KnownBase base, Image image) {
        return (base.id() == null && base.diffIds().size() == image.config().diffIds().size())
                || image.id().equals(base.id())
                || (base.digest() != null && base.digest().equals(image.manifestDigest()));
    }

    /** Some image below the stated base image may be known, but not the stated one. */
    private static BaseImage better(BaseImage found, KnownBase base, int layers) {
        int length = base.diffIds().size();
        if (found.boundary() instanceof BaseBoundary.Known(int stated) && stated > length) {
            return found.withSentence(sentence(base, layers));
        }
        if (found.reference() != null && !found.isBoundaryKnown() && !isOf(base, found.reference())) {
            return atLeast(found, base, layers);
        }
        BaseImage verified = verified(base, layers);
        return found.boundary() instanceof BaseBoundary.Likely(int likely) && likely > length
                ? verified.withSentence("A further base image may be built on it: " + found.evidence())
                : verified;
    }

    /** The base image has the known one below it, and maybe further layers. */
    private static BaseImage atLeast(BaseImage found, KnownBase base, int layers) {
        int length = base.diffIds().size();
        return new BaseImage(found.grade(), above(length, found.boundary()), found.reference(),
                Math.max(length, found.leastLayers()), found.evidence()).withSentence(sentence(base, layers));
    }

    /** An archive has the digest of a manifest, and the stated one may be that of its index. So the name counts, too. */
    private static boolean isOf(KnownBase base, BaseImage.Reference stated) {
        return (stated.digest() != null && stated.digest().equals(base.digest()))
                || areOfOneRepository(base.name(), stated.name());
    }

    private static BaseBoundary above(int length, BaseBoundary boundary) {
        return boundary instanceof BaseBoundary.Likely(int likely) && likely <= length ? new BaseBoundary.Unknown()
                : boundary;
    }

    private static BaseImage verified(KnownBase base, int layers) {
        return BaseImage.known(BaseGrade.VERIFIED, base.diffIds().size(),
                new BaseImage.Reference(base.name(), base.digest()), sentence(base, layers));
    }

    private static String sentence(KnownBase base, int layers) {
        int length = base.diffIds().size();
        String its = length == layers ? length == 1 ? "only layer" : "layers, and it adds none"
                : length == 1 ? "lowest layer"
                : "lowest " + length + " layers";
        return "The image has the diff IDs of " + base.name() + " as its " + its + ".";
    }

    private BaseImage withGiven(BaseImage base) {
        return this.given.isEmpty() ? base
                : base.withSentence("The image does not begin with the layers of "
                        + this.given.stream().map(KnownBase::name).collect(joining(" or "))
                        + ", which was given as its base image.");
    }
}
