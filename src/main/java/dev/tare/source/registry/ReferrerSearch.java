package dev.tare.source.registry;

import java.util.Comparator;
import java.util.List;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.Referrer.Subject;
import dev.tare.referrer.ReferrerKind;
import dev.tare.referrer.Referrers;
import dev.tare.registry.Repository;

/**
 * Searches the referrers of an image in its repository: with the referrers API, under the referrers tag, and under the tags
 * of cosign. Registries without the API are common. One with the API may still have older lists under the referrers tag.
 */
final class ReferrerSearch {

    private static final String SIGNATURES = ".sig";

    private static final List<String> COSIGN_TAGS = List.of(SIGNATURES, ".att", ".sbom");

    /** Pages of the list of referrers of one manifest. */
    private static final int MAX_PAGES = 10;

    /** Referrers of one image. An image has a few for each time that it was signed. */
    private static final int MAX_REFERRERS = 1_000;

    /** Referrers that an inspection keeps. */
    private static final int FEW_REFERRERS = 100;

    /** Manifests of referrers to read. */
    private static final int MAX_READ = 32;

    /** Manifests that an inspection reads for the index, and for the platform. */
    private static final int FEW_READ = 2;

    private ReferrerSearch() {}

    /**
     * Searches a signature of the index, or else of the manifest of the platform. Each needs at most three requests, and two
     * for manifests that may be signatures. A failure is the reason why the result is incomplete.
     *
     * @param known    keeps the result for the index
     * @param root     the digest of the manifest or index to which the name leads, which signers usually sign
     * @param manifest the digest of the manifest of the platform
     */
    static Referrers few(Repository client, KnownDocuments known, Digest root, Digest manifest) {
        ReferrerRequests requests = new ReferrerRequests(client, 1, FEW_REFERRERS);
        if (!root.equals(manifest)) {
            ReferrerRequests.Found index = known.signatures(() -> {
                ReferrerRequests ofIndex = new ReferrerRequests(client, 1, FEW_REFERRERS);
                searchSignature(ofIndex, root, Subject.INDEX);
                return ofIndex.result();
            });
            if (!index.referrers().of(ReferrerKind.SIGNATURE).isEmpty()) {
                return index.referrers();
            }
            requests.resume(index);
        }
        searchSignature(requests, manifest, Subject.MANIFEST);
        return requests.result().referrers();
    }

    /**
     * Searches all referrers, and reads the manifests of the first ones.
     *
     * @param root         the digest of the manifest or index to which the name leads
     * @param manifest     the digest of the manifest of the platform
     * @param attestations of the platform, which the index lists
     */
    static Referrers all(Repository client, Digest root, Digest manifest, List<Descriptor> attestations) {
        ReferrerRequests requests = new ReferrerRequests(client, MAX_PAGES, MAX_REFERRERS);
        attestations.stream().map(Referrer::attestation).forEach(requests::add);
        searchAll(requests, root, root.equals(manifest) ? Subject.MANIFEST : Subject.INDEX);
        if (!root.equals(manifest)) {
            searchAll(requests, manifest, Subject.MANIFEST);
        }
        read(requests, root, manifest);
        return requests.result().referrers();
    }

    private static void searchSignature(ReferrerRequests requests, Digest digest, Subject subject) {
        requests.list(digest, subject);
        if (!findsSignature(requests, digest, subject)) {
            requests.cosign(digest, SIGNATURES, subject);
            if (!findsSignature(requests, digest, subject)) {
                requests.tag(digest, subject);
                findsSignature(requests, digest, subject);
            }
        }
        requests.drop(one -> isUnread(requests, one, subject),
                "Tare did not read the manifest of each artifact that may "
                        + "be a signature. The command tare referrers reads more of them.");
    }

    /** Only a manifest states to which image its signature belongs, and some lists leave out what it is. */
    private static boolean findsSignature(ReferrerRequests requests, Digest digest, Subject subject) {
        List<Referrer> unread = requests.found()
                .stream()
                .filter(one -> isUnread(requests, one, subject))
                .sorted(Comparator.comparing(one -> one.kind() != ReferrerKind.SIGNATURE))
                .limit(FEW_READ)
                .toList();
        for (Referrer one : unread) {
            if (requests.requested() < FEW_READ && !hasSignature(requests, subject)) {
                requests.read(one, digest);
            }
        }
        return hasSignature(requests, subject);
    }

    private static boolean hasSignature(ReferrerRequests requests, Subject subject) {
        return requests.found()
                .stream()
                .anyMatch(one -> one.kind() == ReferrerKind.SIGNATURE && !one.otherSubject()
                        && !isUnread(requests, one, subject));
    }

    private static boolean isUnread(ReferrerRequests requests, Referrer one, Subject subject) {
        return one.subject() == subject && one.isManifest() && one.mayBeSignature() && !requests.isRead(one);
    }

    private static void searchAll(ReferrerRequests requests, Digest digest, Subject subject) {
        requests.list(digest, subject);
        requests.tag(digest, subject);
        COSIGN_TAGS.forEach(suffix -> requests.cosign(digest, suffix, subject));
    }

    private static void read(ReferrerRequests requests, Digest root, Digest manifest) {
        List<Referrer> unread = requests.found().stream().filter(Referrer::isManifest).toList();
        if (unread.size() > MAX_READ) {
            requests.incomplete("Tare read the manifests of the first " + MAX_READ + " of " + unread.size()
                    + " referrers. The kinds and subjects of the others may be wrong.");
        }
        unread.stream()
                .limit(MAX_READ)
                .forEach(one -> requests.read(one, one.subject() == Subject.INDEX ? root : manifest));
    }
}
