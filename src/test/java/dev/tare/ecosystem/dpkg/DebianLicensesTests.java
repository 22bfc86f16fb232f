package dev.tare.ecosystem.dpkg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DebianLicensesTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "GPL-2+; GPL-2.0-or-later", "GPL-2; GPL-2.0-only",
            "gpl-3.0+; GPL-3.0-or-later", "LGPL-2.1+; LGPL-2.1-or-later", "AGPL-3; AGPL-3.0-only",
            "GFDL-NIV-1.3+; GFDL-1.3-no-invariants-or-later", "Expat; MIT", "BSD-3-clause; BSD-3-Clause",
            "BSD-2; BSD-2-Clause", "BSD-4-clause-UC; BSD-4-Clause-UC", "Apache-2; Apache-2.0", "zlib; Zlib",
            "CC-BY-SA-3.0; CC-BY-SA-3.0", "public-domain; public-domain", "GPL; GPL",
            "BSD-3-clause-Google; BSD-3-clause-Google" })
    void shortNameIsThatOfSpdx(String debian, String expected) {
        assertThat(map(debian)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "GPL-2+ and Expat; GPL-2.0-or-later | MIT",
            "GPL-1+ or Artistic; GPL-1.0-or-later OR Artistic-1.0-Perl",
            "GPL-1+ or Artistic, and Expat; GPL-1.0-or-later OR Artistic-1.0-Perl | MIT",
            "Expat or GPL-2 and ISC; MIT OR GPL-2.0-only AND ISC",
            "GPL-2+, and Expat, and ISC; GPL-2.0-or-later | MIT | ISC",
            "Apache-2.0 and/or Expat; Apache-2.0 OR MIT",
            "GPL-2+ and custom; GPL-2.0-or-later | custom",
            "Perl or MIT and Perl; GPL-1.0-or-later OR Artistic-1.0-Perl OR MIT AND (GPL-1.0-or-later OR Artistic-1.0-Perl)",
            "GPL-2+ with Libtool exception; GPL-2.0-or-later WITH Libtool-exception",
            "GPL-2+ with the Font exception and ISC; GPL-2.0-or-later WITH Font-exception-2.0 | ISC",
            "GPL-2+ with OpenSSL exception; GPL-2+ with OpenSSL exception",
            "Perl; GPL-1.0-or-later OR Artistic-1.0-Perl" })
    void statementIsAListOfExpressions(String debian, String expected) {
        assertThat(map(debian)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GPL", "GPL-2.1", "LGPL-3.1+", "GFDL-1+", "GPL with Classpath exception",
            "GPL-2+ or custom", "custom or GPL-2+", "GPL-2+ and GPL-3+ or custom", "GPL-2+ or MIT, and custom",
            "GPL-2+ with Autoconf exception", "GPL-3+ with Autoconf exception", "GPL-3+ with Bison exception",
            "GPL-2+ with Bison exception and OpenSSL exception", "GPL-2+ with Font exception, and OpenSSL exception",
            "custom, GPL-2+ and custom2", "GPL-2+/MIT", "Perl with Font exception" })
    void statementThatIsNoExpressionStays(String debian) {
        assertThat(map(debian)).isEqualTo(debian);
    }

    @Test
    void statementsAreParsedOnce() {
        DebianLicenses licenses = new DebianLicenses();
        assertThat(licenses.of("GPL-2+")).isSameAs(licenses.of("GPL-2+"));
    }

    @Test
    void veryManyStatementsAreMapped() {
        DebianLicenses licenses = new DebianLicenses();
        for (int i = 0; i < 11_000; i++) {
            assertThat(licenses.of("custom-" + i).texts()).containsExactly("custom-" + i);
        }
    }

    private static String map(String debian) {
        return String.join(" | ", new DebianLicenses().of(debian).texts());
    }
}
