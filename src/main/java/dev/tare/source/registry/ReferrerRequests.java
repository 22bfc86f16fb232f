package dev.tare.source.registry;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.DocumentKind;
import dev.tare.image.ImageIndex;
import dev.tare.image.InvalidDocumentException;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Manifest;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.Referrer.Place;
import dev.tare.referrer.Referrer.Subject;
import dev.tare.referrer.Referrers;
import dev.tare.registry.ReferrersPage;
import dev.tare.registry.Repository;
import dev.tare.registry.StoredManifest;
import org.jspecify.annotations.Nullable;

/**
 * The requests for the referrers of an image, and the referrers that they found. Pages and referrers are bounded. A failed
 * request is a reason why the result is incomplete.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">OCI
 *      distribution specification, listing referrers</a>
 * @see <a href="https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md#tag-based-discovery">Cosign signature
 *      specification, tag-based discovery</a>
 */
final class ReferrerRequests {

    private static final String COSIGN_SIGNATURE = "dev.cosignproject.cosign/signature";

    private static final int MAX_FAILURES = 2;

    /** Characters of a digest in the referrers tag. */
    private static final int TAG_DIGEST = 64;

    private final Repository client;

    private final int pages;

    private final int most;

    private final Map<Key, Referrer> found = new LinkedHashMap<>();

    /** The digests of the manifests that were requested. */
    private final Set<Digest> requested = new HashSet<>();

    /** Those that could be read. */
    private final Set<Digest> read = new HashSet<>();

    private @Nullable String incomplete;

    private boolean hasApi = true;

    private int failures;

    /**
     * @param pages of a list to request at most
     * @param most  referrers to keep at most
     */
    ReferrerRequests(Repository client, int pages, int most) {
        this.client = client;
        this.pages = pages;
        this.most = most;
    }

    /** Continues after earlier requests. */
    void resume(Found before) {
        before.referrers().list().forEach(one -> this.found.put(new Key(one.digest(), ""), one));
        this.incomplete = before.referrers().incompleteBecause();
        this.hasApi = before.hasApi();
        this.failures = before.failures();
    }

    /** Requests the list of the referrers API, unless the registry does not have the API. */
    void list(Digest digest, Subject subject) {
        if (this.hasApi) {
            trying(() -> pages(digest, subject));
        }
    }

    /** Requests the index of the referrers under their tag, which clients of registries without the API maintain. */
    void tag(Digest digest, Subject subject) {
        trying(() -> {
            String tag = tagOf(digest);
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
        });
    }

    /** Requests the manifest under a tag of cosign. Its layers are signatures or attestations. */
    void cosign(Digest digest, String suffix, Subject subject) {
        trying(() -> {
            String tag = tagOf(digest) + suffix;
            StoredManifest stored = this.client.find(tag);
            if (stored == null) {
                return;
            }
            if (DocumentKind.of(tag, stored.content()) == DocumentKind.MANIFEST) {
                Manifest manifest = Manifest.parse(tag, stored.content());
                manifest.layers()
                        .forEach(layer -> add(keyOf(layer),
                                Referrer.blob(layer, Place.COSIGN_TAG, subject).stating(manifest.subject(), digest)));
            } else {
                incomplete("The tag " + tag + " is not a manifest as cosign writes it.");
            }
        });
    }

    void add(Referrer referrer) {
        add(new Key(referrer.digest(), ""), referrer);
    }

    /** Reads what only the manifest of a referrer states: contents, subject, and annotations that an index may leave out. */
    void read(Referrer referrer, Digest about) {
        this.requested.add(referrer.digest());
        trying(() -> {
            String digest = referrer.digest().toString();
            byte[] content = this.client.manifest(digest).content();
            Key key = new Key(referrer.digest(), "");
            switch (DocumentKind.of(digest, content)) {
                case INDEX -> this.found.put(key, referrer.with(ImageIndex.parse(digest, content), about));
                case MANIFEST -> {
                    Manifest manifest = Manifest.parse(digest, content);
                    if (referrer.place() == Place.INDEX) {
                        this.found.remove(key);
                        manifest.layers().forEach(layer -> add(Referrer.blob(layer, Place.INDEX, Subject.MANIFEST)));
                    } else {
                        this.found.put(key, referrer.with(manifest, about));
                    }
                }
                case OTHER -> {
                    incomplete("The referrer " + digest + " is neither a manifest nor an index.");
                    return;
                }
            }
            this.read.add(referrer.digest());
        });
    }

    boolean isRead(Referrer referrer) {
        return this.read.contains(referrer.digest());
    }

    /** The number of manifests of referrers that were requested. */
    int requested() {
        return this.requested.size();
    }

    /** The referrers so far. */
    List<Referrer> found() {
        return List.copyOf(this.found.values());
    }

    /** Removes referrers, for a reason in sentences. */
    void drop(Predicate<Referrer> dropped, String because) {
        if (this.found.values().removeIf(dropped)) {
            incomplete(because);
        }
    }

    /** The first reason is enough. */
    void incomplete(String reason) {
        this.incomplete = this.incomplete == null ? reason : this.incomplete;
    }

    Found result() {
        return new Found(new Referrers(found(), this.incomplete), this.hasApi, this.failures);
    }

    private void pages(Digest digest, Subject subject) {
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
            if (listed.incompleteBecause() != null) {
                incomplete(listed.incompleteBecause());
            }
            listed.referrers().forEach(one -> add(Referrer.listed(one, Place.API, subject)));
            request = listed.next();
        }
    }

    private void add(Key key, Referrer referrer) {
        if (this.found.size() < this.most) {
            this.found.putIfAbsent(key, referrer);
        } else if (!this.found.containsKey(key)) {
            incomplete("The image has more than " + this.most + " referrers, and Tare lists only these.");
        }
    }

    /** A failed request leaves the others. After several, the registry has another problem. */
    private void trying(Runnable step) {
        if (this.failures >= MAX_FAILURES) {
            return;
        }
        try {
            step.run();
        } catch (InvalidDocumentException ex) {
            this.failures++;
            incomplete("The document \"" + ex.entry() + "\" beside the image cannot be read: " + ex.problem() + ".");
        } catch (InvalidImageException ex) {
            this.failures++;
            incomplete(String.valueOf(ex.getMessage()));
        }
    }

    private static String tagOf(Digest digest) {
        return digest.algorithm() + "-" + digest.hex().substring(0, Math.min(digest.hex().length(), TAG_DIGEST));
    }

    private static Key keyOf(Descriptor layer) {
        return new Key(layer.digest(), layer.annotations().getOrDefault(COSIGN_SIGNATURE, ""));
    }

    /**
     * The result of requests.
     *
     * @param hasApi   whether the registry has the referrers API, as far as it is known
     * @param failures of requests
     */
    record Found(Referrers referrers, boolean hasApi, int failures) {}

    /**
     * What makes a referrer another one.
     *
     * @param signature of cosign, which has several signatures of one text; otherwise empty
     */
    private record Key(Digest digest, String signature) {}
}
