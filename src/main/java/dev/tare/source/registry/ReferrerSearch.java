package dev.tare.source.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.DocumentKind;
import dev.tare.image.ImageIndex;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Manifest;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.Referrer.Place;
import dev.tare.referrer.Referrer.Subject;
import dev.tare.referrer.ReferrerKind;
import dev.tare.referrer.Referrers;
import dev.tare.registry.ReferrersPage;
import dev.tare.registry.Repository;
import dev.tare.registry.StoredManifest;
import org.jspecify.annotations.Nullable;

/**
 * Searches the referrers of an image in its repository: with the referrers API, or else under the referrers tag, and under
 * the tags of cosign. Registries without the API are common. Requests, pages and referrers are bounded.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">OCI
 *      distribution specification, listing referrers</a>
 * @see <a href="https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md#tag-based-discovery">Cosign signature
 *      specification, tag-based discovery</a>
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

    private static final int MAX_FAILURES = 2;

    /** Characters of a digest in the referrers tag. */
    private static final int TAG_DIGEST = 64;

    private final Repository client;

    private final int pages;

    private final int most;

    private final Map<Digest, Referrer> found = new LinkedHashMap<>();

    private @Nullable String incomplete;

    private boolean hasApi = true;

    private int failures;

    private ReferrerSearch(Repository client, int pages, int most) {
        this.client = client;
        this.pages = pages;
        this.most = most;
    }

    /**
     * Searches signatures with at most three requests. A failure is the reason why the result is incomplete.
     *
     * @param root     the digest of the manifest or index to which the name leads, which signers usually sign
     * @param manifest the digest of the manifest of the platform
     */
    static Referrers few(Repository client, Digest root, Digest manifest) {
        ReferrerSearch search = new ReferrerSearch(client, 1, FEW_REFERRERS);
        search.searchFew(root, manifest);
        return search.result();
    }

    /**
     * Searches all referrers, and reads the manifests of the first ones.
     *
     * @param root         the digest of the manifest or index to which the name leads
     * @param manifest     the digest of the manifest of the platform
     * @param attestations of the platform, which the index lists
     */
    static Referrers all(Repository client, Digest root, Digest manifest, List<Descriptor> attestations) {
        ReferrerSearch search = new ReferrerSearch(client, MAX_PAGES, MAX_REFERRERS);
        search.trying(() -> attestations.stream().map(Referrer::attestation).forEach(search::add));
        search.searchAll(root, root.equals(manifest) ? Subject.MANIFEST : Subject.INDEX);
        if (!root.equals(manifest)) {
            search.searchAll(manifest, Subject.MANIFEST);
        }
        search.read(root, manifest);
        return search.result();
    }

    private void searchFew(Digest root, Digest manifest) {
        Subject subject = root.equals(manifest) ? Subject.MANIFEST : Subject.INDEX;
        trying(() -> list(root, subject));
        if (hasSignature()) {
            return;
        }
        trying(() -> cosign(root, SIGNATURES, subject));
        if (hasSignature()) {
            return;
        }
        if (!this.hasApi) {
            trying(() -> tag(root, subject));
        } else if (subject == Subject.INDEX) {
            trying(() -> list(manifest, Subject.MANIFEST));
        }
        if (!this.hasApi && subject == Subject.INDEX && !hasSignature()) {
            incomplete("This registry has no referrers API, so Tare asked only for signatures of the index and not for "
                    + "those of the platform. The command tare referrers asks for both.");
        }
    }

    private void searchAll(Digest digest, Subject subject) {
        trying(() -> {
            if (this.hasApi) {
                list(digest, subject);
            }
            if (!this.hasApi) {
                tag(digest, subject);
            }
        });
        COSIGN_TAGS.forEach(suffix -> trying(() -> cosign(digest, suffix, subject)));
    }

    private boolean hasSignature() {
        return this.found.values().stream().anyMatch(one -> one.kind() == ReferrerKind.SIGNATURE);
    }

    private void list(Digest digest, Subject subject) {
        String request = ReferrersPage.first(digest);
        for (int page = 0; request != null; page++) {
            if (page == this.pages) {
                incomplete("The registry lists more than " + page + (page == 1 ? " page" : " pages")
                        + " of referrers, and Tare did not read the others.");
                return;
            }
            ReferrersPage listed = this.client.referrers(request);
            if (listed == null) {
                this.hasApi = page > 0;
                if (this.hasApi) {
                    incomplete("The registry does not have a page of referrers that it announced.");
                }
                return;
            }
            if (listed.isFiltered()) {
                incomplete("The registry left out referrers by a filter that Tare did not request.");
            }
            listed.referrers().forEach(one -> add(Referrer.listed(one, Place.API, subject)));
            request = listed.next();
        }
    }

    /** The index of the referrers under their tag, which clients of registries without the API maintain. */
    private void tag(Digest digest, Subject subject) {
        String tag = tag(digest);
        StoredManifest stored = this.client.find(tag);
        if (stored == null) {
            return;
        }
        if (DocumentKind.of(tag, stored.content()) == DocumentKind.INDEX) {
            ImageIndex.parse(tag, stored.content())
                    .manifests()
                    .forEach(one -> add(Referrer.listed(one, Place.TAG, subject)));
        } else {
            incomplete("The tag " + tag + " is not an index of referrers.");
        }
    }

    private void cosign(Digest digest, String suffix, Subject subject) {
        String tag = tag(digest) + suffix;
        StoredManifest stored = this.client.find(tag);
        if (stored == null) {
            return;
        }
        if (DocumentKind.of(tag, stored.content()) == DocumentKind.MANIFEST) {
            Manifest.parse(tag, stored.content())
                    .layers()
                    .forEach(layer -> add(Referrer.blob(layer, Place.COSIGN_TAG, subject)));
        } else {
            incomplete("The tag " + tag + " is not a manifest as cosign writes it.");
        }
    }

    private static String tag(Digest digest) {
        return digest.algorithm() + "-" + digest.hex().substring(0, Math.min(digest.hex().length(), TAG_DIGEST));
    }

    private void add(Referrer referrer) {
        if (this.found.size() < this.most) {
            this.found.putIfAbsent(referrer.digest(), referrer);
        } else {
            incomplete("The image has more than " + this.most + " referrers, and Tare lists only these.");
        }
    }

    /** Reads what only the manifests state: contents, subjects, and annotations that an index may leave out. */
    private void read(Digest root, Digest manifest) {
        List<Referrer> unread = this.found.values().stream().filter(Referrer::isManifest).toList();
        if (unread.size() > MAX_READ) {
            incomplete("Tare read the manifests of the first " + MAX_READ + " of " + unread.size()
                    + " referrers. The kinds and subjects of the others may be wrong.");
        }
        unread.stream()
                .limit(MAX_READ)
                .forEach(one -> trying(() -> read(one, one.subject() == Subject.INDEX ? root : manifest)));
    }

    private void read(Referrer referrer, Digest about) {
        String digest = referrer.digest().toString();
        byte[] content = this.client.manifest(digest).content();
        if (DocumentKind.of(digest, content) != DocumentKind.MANIFEST) {
            return;
        }
        Manifest manifest = Manifest.parse(digest, content);
        if (referrer.place() == Place.INDEX) {
            this.found.remove(referrer.digest());
            manifest.layers().forEach(layer -> add(Referrer.blob(layer, Place.INDEX, Subject.MANIFEST)));
        } else {
            this.found.put(referrer.digest(), referrer.with(manifest, about));
        }
    }

    /** A failed request leaves the others. After several, the registry has another problem. */
    private void trying(Runnable step) {
        if (this.failures >= MAX_FAILURES) {
            return;
        }
        try {
            step.run();
        } catch (InvalidImageException ex) {
            this.failures++;
            incomplete(String.valueOf(ex.getMessage()));
        }
    }

    /** The first reason is enough. */
    private void incomplete(String reason) {
        this.incomplete = this.incomplete == null ? reason : this.incomplete;
    }

    private Referrers result() {
        return new Referrers(List.copyOf(this.found.values()), this.incomplete);
    }
}
