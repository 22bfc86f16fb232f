package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.archive.tar.TarEntry;
import dev.tare.archive.tar.TarReader;
import dev.tare.content.Collected;
import dev.tare.content.ObservedStream;
import dev.tare.content.ObservedStream.ContentObserver;
import dev.tare.filetree.EntryCost;
import dev.tare.filetree.layer.ContentFindings;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.image.Digest;
import dev.tare.limits.Budget;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.secret.Certainty;
import dev.tare.secret.ContentSecrets;
import dev.tare.secret.redaction.Redaction;
import dev.tare.secret.scan.PublishedPath;
import dev.tare.secret.scan.SecretScan;
import dev.tare.source.LayerReader;

/**
 * The one pass over a layer. It lists every entry, computes the digest of every file, scans it for secrets, and feeds
 * the collectors. A scanner serves the layers of one image, because they share a memory limit.
 */
final class LayerScanner implements LayerReader<LayerScan> {

    private final Limits limits;

    private final Budget budget;

    private final CollectorSet collectors;

    LayerScanner(Limits limits, CollectorSet collectors) {
        this.limits = limits;
        this.budget = new Budget(Limit.IMAGE_ENTRIES, limits);
        this.collectors = collectors;
    }

    /** The budget of entries, which all layers of the image share. */
    Budget budget() {
        return this.budget;
    }

    @Override
    public LayerScan read(String layer, InputStream tar, ImageBudget budget) throws IOException {
        return new Pass(layer, TarReader.ofLayer(tar, layer, this.limits, budget)).run();
    }

    @Override
    public LayerScan again(String layer, LayerScan known) {
        this.budget.take(known.cost());
        return known.withName(layer);
    }

    /** The pass over one layer, with objects that it reuses for all entries. */
    private final class Pass {

        private static final int BUFFER_SIZE = 128 * 1024;

        private final TarReader tar;

        private final Budget budget = LayerScanner.this.budget.ofLayer();

        private final MessageDigest sha256 = Digest.newSha256();

        private final SecretScan secrets = new SecretScan();

        private final List<ContentObserver> observers = List.of(this.sha256::update, this.secrets::update);

        private final byte[] buffer = new byte[BUFFER_SIZE];

        private final LayerScan.Builder scan;

        private final Map<Certainty, Integer> keptSecrets = new EnumMap<>(Certainty.class);

        /** The reasons for unread files, with their masked forms. Many files have the same reason. */
        private final Map<String, String> reasons = new HashMap<>();

        Pass(String layer, TarReader tar) {
            this.tar = tar;
            this.scan = new LayerScan.Builder(layer, this.budget);
        }

        LayerScan run() throws IOException {
            for (TarEntry entry = this.tar.next(); entry != null; entry = this.tar.next()) {
                if (!this.scan.addWhiteout(entry)) {
                    scan(entry);
                }
            }
            return this.scan.build();
        }

        private void scan(TarEntry entry) throws IOException {
            if (!entry.isFile()) {
                this.scan.add(entry, null, ContentFindings.NONE);
                return;
            }
            this.secrets.begin(entry.path());
            List<CollectorSet.Observed> observed = LayerScanner.this.collectors.observe(entry);
            InputStream content = new ObservedStream(this.tar.content(), observers(observed));
            List<Collected> collected = LayerScanner.this.collectors.collect(entry, content);
            while (content.read(this.buffer) >= 0) {
                // Bytes that no collector reads still pass to the observers.
            }
            Digest digest = Digest.ofSha256(this.sha256.digest());
            this.scan.add(entry, digest, new ContentFindings(taken(collected, observed), takeSecrets(entry.path())));
        }

        private ContentSecrets takeSecrets(String path) {
            ContentSecrets found = this.secrets.finish();
            if (found.isEmpty()) {
                return found;
            }
            ContentSecrets kept = PublishedPath.of(path) == PublishedPath.NONE ? firstOf(found) : found;
            this.budget.take(1 + kept.matches().size());
            return kept;
        }

        /** Keeps at most {@link Secrets#MOST} secrets per certainty. Files at published paths do not count. */
        private ContentSecrets firstOf(ContentSecrets found) {
            ContentSecrets kept =
                    found.first(certainty -> Secrets.MOST - this.keptSecrets.getOrDefault(certainty, 0));
            kept.matches().forEach(match -> this.keptSecrets.merge(match.kind().certainty(), 1, Integer::sum));
            return kept;
        }

        private List<ContentObserver> observers(List<CollectorSet.Observed> observed) {
            if (observed.isEmpty()) {
                return this.observers;
            }
            List<ContentObserver> all = new ArrayList<>(this.observers);
            observed.forEach(one -> all.add(one.observation()));
            return all;
        }

        /** Returns all findings of a file. They count against the budget of the image. */
        private List<Collected> taken(List<Collected> collected, List<CollectorSet.Observed> observed) {
            if (collected.isEmpty() && observed.isEmpty()) {
                return collected;
            }
            List<Collected> all = new ArrayList<>(collected);
            for (CollectorSet.Observed one : observed) {
                all.addAll(one.finish());
            }
            all.forEach(one -> this.budget.take(EntryCost.of(one.finding())));
            return all.stream().map(one -> one.masked(this::masked)).toList();
        }

        private String masked(String reason) {
            return this.reasons.computeIfAbsent(reason, Redaction::sentence);
        }
    }
}
