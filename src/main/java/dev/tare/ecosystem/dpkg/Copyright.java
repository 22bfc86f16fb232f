package dev.tare.ecosystem.dpkg;

import java.util.List;

import dev.tare.content.Finding;

/**
 * The licenses in the copyright file of a package.
 *
 * @param licenses as {@link DebianLicenses} maps them
 */
record Copyright(List<String> licenses) implements Finding {

    private static final int OVERHEAD = 64;

    Copyright {
        licenses = List.copyOf(licenses);
    }

    @Override
    public long length() {
        return this.licenses.stream().mapToLong(one -> OVERHEAD + one.length()).sum();
    }
}
