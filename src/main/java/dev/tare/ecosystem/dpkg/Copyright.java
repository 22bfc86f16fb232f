package dev.tare.ecosystem.dpkg;

import dev.tare.content.Finding;
import dev.tare.ecosystem.license.Licenses;

/**
 * The licenses in a copyright file. Packages of one source may share it.
 *
 * @param licenses as {@link DebianLicenses} maps them
 */
record Copyright(Licenses licenses) implements Finding {

    private static final int OVERHEAD = 64;

    @Override
    public long length() {
        return OVERHEAD * (1L + this.licenses.list().size()) + this.licenses.length();
    }
}
