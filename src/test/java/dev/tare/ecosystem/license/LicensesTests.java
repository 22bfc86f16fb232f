package dev.tare.ecosystem.license;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LicensesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "MIT | MIT",
            "apache-2.0 | Apache-2.0",
            "(MIT OR Apache-2.0) | MIT OR Apache-2.0",
            "(MIT or apache-2.0) and isc | (MIT OR Apache-2.0) AND ISC",
            "GPL-2.0-or-later WITH Classpath-exception-2.0 | GPL-2.0-or-later WITH Classpath-exception-2.0",
            "GPL-2.0+ | GPL-2.0+",
            "EPL-1.0+ | EPL-1.0+",
            "LicenseRef-Fedora-Public-Domain AND MIT | LicenseRef-Fedora-Public-Domain AND MIT",
            "Apache License 2.0 | Apache-2.0",
            "The Apache Software License, Version 2.0 | Apache-2.0",
            "Apache License, Version 2.0 | Apache-2.0",
            "Apache License v2.0 | Apache-2.0",
            "The MIT License (MIT) | MIT",
            "http://opensource.org/licenses/apache2.0.php | Apache-2.0",
            "https://www.eclipse.org/org/documents/epl-v10.php | EPL-1.0",
            "https://projects.eclipse.org/license/epl-2.0 | EPL-2.0",
            "https://spdx.org/licenses/MIT.html | MIT",
            "Apache 2 | Apache-2.0",
            "http://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0",
            "https://www.apache.org/licenses/LICENSE-2.0 | Apache-2.0",
            "The MIT License | MIT",
            "MIT License | MIT",
            "Eclipse Public License - v 2.0 | EPL-2.0",
            "Eclipse Public License v. 2.0 | EPL-2.0",
            "EDL 1.0 | BSD-3-Clause",
            "GPL2 w/ CPE | GPL-2.0-only WITH Classpath-exception-2.0",
            "New BSD License | BSD-3-Clause",
            "BSD 3-Clause License | BSD-3-Clause",
            "ISC License (ISCL) | ISC",
            "Mozilla Public License 2.0 (MPL 2.0) | MPL-2.0",
            "GNU Lesser General Public License v2.1 or later | LGPL-2.1-or-later" })
    void ofWhenTextIsAnExpressionOrNameFindsTheSpdxExpression(String stated, String expression) {
        Licenses licenses = Licenses.of(stated);
        assertThat(licenses.list()).containsExactly(new License(expression, true));
        assertThat(licenses.spdxExpression()).isEqualTo(expression);
    }

    /** A name that stands for several licenses is not one of them. */
    @ParameterizedTest
    @ValueSource(strings = { "ASL", "AISC", "theMIT", "licenseMIT", "anMIT", "vMIT", "BSD", "GPL", "GPLv2+ and LGPLv2+",
            "Apache Software License", "MIT OR", "MIT Apache-2.0",
            "MIT WITH MIT", "OR", "()", "MIT AND (ISC", "SEE LICENSE IN LICENSE.md", "http://",
            "GPL-2.0-only WITH Classpath-exception-2.0 WITH Classpath-exception-2.0" })
    void ofWhenTextIsAnythingElseKeepsIt(String stated) {
        Licenses licenses = Licenses.of(stated);
        assertThat(licenses.list()).containsExactly(new License(stated, false));
        assertThat(licenses.spdxExpression()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "UNKNOWN", "None", "NOASSERTION" })
    void ofWhenTextStatesNoLicenseIsEmpty(String stated) {
        assertThat(Licenses.of(stated)).isEqualTo(Licenses.NONE);
    }

    @Test
    void ofWhenTextIsThatOfALicenseKeepsTheStartOfItsFirstLine() {
        assertThat(Licenses.of("Permission is granted\nto all").texts()).containsExactly("Permission is granted…");
        assertThat(Licenses.of("a".repeat(5_000)).texts()).containsExactly("a".repeat(200) + "…");
    }

    @Test
    void ofSeveralKeepsEachOnceAndJoinsThem() {
        Licenses licenses = Licenses.of(List.of("MIT OR ISC", "mit or isc", "The MIT License"));
        assertThat(licenses.texts()).containsExactly("MIT OR ISC", "MIT");
        assertThat(licenses.spdxExpression()).isEqualTo("(MIT OR ISC) AND MIT");
    }

    @Test
    void ofVeryManyStatesThatThereAreMore() {
        Licenses licenses = Licenses.of(IntStream.range(0, 5_000).mapToObj(i -> "license " + i).toList());
        assertThat(licenses.list()).hasSize(101).endsWith(new License("and more licenses", false));
    }

    @Test
    void parseWhenBracketsAreDeepEnds() {
        assertThat(Licenses.of("(".repeat(400) + "MIT" + ")".repeat(400)).spdxExpression()).isNotNull();
        assertThat(Licenses.of("(".repeat(4_000_000) + "MIT").spdxExpression()).isNull();
    }

    @Test
    void choiceIsOneExpressionIfAllAreKnown() {
        assertThat(Licenses.anyOf(List.of("MIT", "Apache-2.0 and BSD-3-Clause")).texts())
                .containsExactly("MIT OR (Apache-2.0 AND BSD-3-Clause)");
        assertThat(Licenses.anyOf(List.of("(MIT OR ISC)", "0BSD")).texts()).containsExactly("MIT OR ISC OR 0BSD");
        assertThat(Licenses.anyOf(List.of("MIT")).texts()).containsExactly("MIT");
        assertThat(Licenses.anyOf(List.of("MIT", "proprietary")).texts()).containsExactly("MIT", "proprietary");
        assertThat(Licenses.anyOf(List.of())).isEqualTo(Licenses.NONE);
    }
}
