package dev.tare.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import dev.tare.command.output.FactsOutput;
import dev.tare.command.output.FilePath;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.ecosystem.bill.PublishedBill;
import dev.tare.ecosystem.bill.UnreadableBillException;
import dev.tare.image.Digest;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.ReferrerKind;
import dev.tare.referrer.Referrers;
import dev.tare.registry.Traffic;
import dev.tare.report.published.ReferrersListing;
import dev.tare.report.published.SbomComparison;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.registry.PublishedReferrers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import static java.util.stream.Collectors.joining;

/** {@code tare referrers}. */
@Command(name = "referrers",
        description = "List the signatures, bills of materials and attestations that a registry has for an image. Tare does "
                + "not verify signatures.",
        footer = { "  tare referrers registry.example.com/app:1.4",
                "  tare referrers registry.example.com/app:1.4 --sbom published",
                "  tare referrers after.tar --sbom sbom.cdx.json" })
final class ReferrersCommand implements Callable<Integer> {

    private static final String PUBLISHED = "published";

    private static final String DIGEST = "sha256:";

    /** The beginning of a digest as lists show it. */
    private static final Pattern SHORT_DIGEST = Pattern.compile("[0-9a-f]{12,64}");

    /** Digests in an error. */
    private static final int MAX_SHOWN = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SingleImage image = new SingleImage();

    @Option(names = "--sbom", paramLabel = "SBOM",
            description = "Compare a bill of materials in CycloneDX or SPDX 2 JSON with the software that Tare finds in the "
                    + "image: \"published\" is the one that the registry has, a digest or its beginning, such as sha256:8b5114b9 "
                    + "or 8b5114b90c21, selects one of several, and anything else is the path of a file. An attestation "
                    + "may contain it.")
    private @Nullable String sbom;

    @Mixin
    private FactsOutput output = new FactsOutput();

    @Override
    public Integer call() throws IOException {
        String wanted = this.sbom;
        if (wanted == null) {
            this.output.check(List.of(this.image.argument()));
            list();
        } else if (wanted.equals(PUBLISHED) || isDigest(wanted)) {
            this.output.check(List.of(this.image.argument()));
            comparePublished(wanted);
        } else {
            Path file = FilePath.parse(wanted);
            this.output.check(List.of(this.image.argument()), file);
            compareFile(wanted, file);
        }
        return 0;
    }

    /** A file with this form of name needs its folder, such as {@code ./}. */
    private static boolean isDigest(String wanted) {
        return wanted.startsWith(DIGEST) || SHORT_DIGEST.matcher(wanted).matches();
    }

    private void list() throws IOException {
        Traffic traffic = new Traffic();
        PublishedReferrers published = this.image.referrers(traffic);
        ReferrersListing listing = ReferrersListing.of(Redaction.text(this.image.argument().name()),
                published.index() == null ? null : published.index().toString(), published.manifest().toString(),
                published.platform() == null ? null : Redaction.text(published.platform().toString()),
                masked(published.referrers()), traffic.requests(), traffic.bytes());
        this.output.write(TareCommand.terminal(this.spec), listing.document(), listing);
    }

    /** Reads the file before the image, which may take minutes. */
    private void compareFile(String wanted, Path file) throws IOException {
        PublishedBill bill = parse(wanted, file);
        this.image.remember();
        Digest root = bill.attested() ? this.image.root() : null;
        write(SbomComparison.of(this.image.inspect(), bill, wanted, root, 0, 0));
    }

    private void comparePublished(String wanted) throws IOException {
        this.image.remember();
        Traffic traffic = new Traffic();
        PublishedReferrers published = this.image.referrers(traffic);
        Referrer referrer = wanted.equals(PUBLISHED) ? onlyBill(published.referrers())
                : find(published.referrers(), wanted);
        PublishedBill bill;
        try (InputStream content = new ByteArrayInputStream(this.image.document(referrer, traffic))) {
            bill = parse(referrer.digest().toString(), content);
        }
        SbomComparison comparison = SbomComparison.of(this.image.inspect(), bill, referrer.digest().toString(),
                published.root(), traffic.requests(), traffic.bytes());
        write(referrer.otherSubject() ? comparison.ofOtherImage() : comparison);
    }

    private void write(SbomComparison comparison) throws IOException {
        this.output.write(TareCommand.terminal(this.spec), comparison.asDocument(), comparison);
    }

    private Referrer onlyBill(Referrers referrers) {
        List<Referrer> bills = referrers.of(ReferrerKind.SBOM);
        if (bills.size() != 1) {
            throw problem(bills.isEmpty() ? "The registry lists no bill of materials for this image."
                    + (referrers.incompleteBecause() == null ? "" : " " + referrers.incompleteBecause())
                    : "The registry lists " + bills.size() + " bills of materials. Select one with --sbom: "
                            + bills.stream()
                                    .limit(MAX_SHOWN)
                                    .map(bill -> bill.digest().toString())
                                    .collect(joining(", "))
                            + ".");
        }
        return bills.getFirst();
    }

    /** The beginning of a digest is enough, as the list shows it. */
    private Referrer find(Referrers referrers, String digest) {
        String start = digest.startsWith(DIGEST) ? digest : DIGEST + digest;
        List<Referrer> matches =
                referrers.list().stream().filter(one -> one.digest().toString().startsWith(start)).toList();
        if (matches.size() != 1) {
            throw problem("The registry lists " + (matches.isEmpty() ? "no referrer" : "several referrers")
                    + " with the digest " + digest + ". The command tare referrers lists all.");
        }
        return matches.getFirst();
    }

    private static PublishedBill parse(String name, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return parse(name, content);
        } catch (IOException ex) {
            throw new CommandException(Problem.with(name, ex), ex);
        }
    }

    private static PublishedBill parse(String name, InputStream content) throws IOException {
        try {
            return PublishedBill.parse(content);
        } catch (UnreadableBillException ex) {
            throw new CommandException(
                    Problem.with(name, "The bill of materials is not read, because " + ex.getMessage() + "."), ex);
        }
    }

    private CommandException problem(String sentences) {
        return new CommandException(List.of(Problem.with(this.image.text(), sentences)), List.of());
    }

    private static Referrers masked(Referrers referrers) {
        return referrers.masked(Redaction::text, Redaction::sentence);
    }
}
