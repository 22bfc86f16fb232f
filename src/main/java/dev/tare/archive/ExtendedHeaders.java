package dev.tare.archive;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * The headers in front of an entry that say what its own has no room for. Global PAX headers are read past, as all
 * container engines do: no engine lets them change an entry.
 */
final class ExtendedHeaders {

    private final TarInput in;

    private final TarPlace place;

    private PaxRecords pax = PaxRecords.NONE;

    private @Nullable String longName;

    private @Nullable String longLink;

    private boolean pending;

    ExtendedHeaders(TarInput in, TarPlace place) {
        this.in = in;
        this.place = place;
    }

    /** Takes the header if it is an extended one. */
    boolean take(TarHeader header) throws IOException {
        switch (header.type()) {
            case 'x' -> this.pax = PaxRecords.parse(content(header), this.place);
            case 'g' -> PaxRecords.parse(content(header), this.place);
            case 'L' -> this.longName = text(content(header));
            case 'K' -> this.longLink = text(content(header));
            default -> {
                return false;
            }
        }
        this.pending |= header.type() != 'g';
        return true;
    }

    /** Whether an entry must follow. */
    boolean isPending() {
        return this.pending;
    }

    PaxRecords pax() {
        return this.pax;
    }

    String path(TarHeader header) {
        return firstOf(this.longName, this.pax.name("GNU.sparse.name", this.place),
                this.pax.name("path", this.place), header.name());
    }

    String link(TarHeader header) {
        return firstOf(this.longLink, this.pax.name("linkpath", this.place), header.linkName());
    }

    private byte[] content(TarHeader header) throws IOException {
        long size = header.size();
        if (size < 0) {
            throw this.place.malformed("an extended header has a negative size");
        }
        if (size > Limits.EXTENDED_HEADER_SIZE) {
            throw this.place.exceededFixed("extendedHeaderSize", Limits.EXTENDED_HEADER_SIZE, "bytes in a header");
        }
        byte[] content = this.in.readFully((int) size);
        this.in.skipPadding(-size & (TarHeader.BLOCK - 1));
        return content;
    }

    private static String text(byte[] bytes) {
        return EntryName.decodeField(bytes, 0, bytes.length);
    }

    private static String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }
}
