package dev.tare.secret.redaction;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedLinesTests {

    @ParameterizedTest
    @ValueSource(strings = { "<property name=\"hibernate.connection.password\">Xk29vQpl77</property>",
            "<property name=\"password\" value=\"Xk29vQpl77\"/>", "<add key=\"ApiKey\" value=\"Xk29vQpl77\"/>",
            "<name>fs.s3a.secret.key</name>\n<value>Xk29vQpl77</value>",
            "<name>fs.s3a.secret.key</name>\n<description>d</description>\n<value>Xk29vQpl77</value>",
            "<name>a.password</name><value>\nXk29vQpl77\n</value>", "<a password=\"Xk29vQpl77\"\nb=\"c\"/>",
            "- name: DB_PASSWORD\n  value: Xk29vQpl77", "password: |\n  Xk29vQpl77\n  second",
            "password: >-\n  Xk29\n  second",
            "passwords:\n  - Xk29\n  - second", "passwords:\n- Xk29\n- second",
            "secrets:\n  password: Xk29\n  other: second",
            "{\"tokens\": [\"Xk29\", \"second\"]}", "{\"tokens\": [\n\"Xk29\",\n\"second\"\n]}",
            "db.password = two Xk29",
            "db.password = a\\\nXk29\\\nsecond", "password \"a Xk29\"", "user bob password two Xk29",
            "PASSWORD=\"\"\"\nXk29\nsecond\n\"\"\"", "PASSWORD='a\nXk29'", "setPassword(\"Xk29\")",
            "setProperty(\"password\", \"Xk29\")", "args: [\"--password\",\n\"Xk29\"]",
            "#password: |\n#  Xk29\n#  second",
            "credentials {\nuser = a\npass = Xk29\nother = second\n}", "x: ${DB_PASSWORD:-Xk29}",
            "data:\n  a: Xk29\nkind: Secret", "{\n\"data\": {\"a\": \"Xk29\"},\n\"kind\": \"Secret\"\n}",
            "password:\n\n  Xk29" })
    void valueOfASecretInAFileIsHidden(String file) {
        assertThat(shown(file)).contains("(hidden)").doesNotContain("Xk29", "second", "vQpl77");
    }

    @ParameterizedTest
    @ValueSource(strings = { "db:\n  host: x\n  user: y", "# the token of the user\n  a: b",
            "test -n \"$PASSWORD\" -a b",
            "int a = getToken();\nb = c;", "cp /run/secrets/a b" })
    void otherLinesStayAsTheyAre(String file) {
        assertThat(shown(file)).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = { "$1$saltsalt$aB3./aB3./aB3./aB3./aB", "$apr1$saltsalt$aB3./aB3./aB3./aB3./aB",
            "$2y$10$aB3./aB3./aB3./aB3./aB3./aB3./aB3./aB3./aB3./aB3./aB3",
            "$y$j9T$salt$aB3./aB3./aB3./aB3./aB3./aB3./aB3./aB",
            "$5$rounds=5000$salt$aB3./aB3./aB3./aB3./aB3./aB3./aB3./aB" })
    void hashOfAPasswordIsHidden(String hash) {
        assertThat(shown("root:" + hash + ":x")).isEqualTo("root:(hidden):x");
    }

    @Test
    void linesAfterAValueAreShown() {
        assertThat(shown("db:\n  password: |\n    a\n    b\n  user: x\nother: y"))
                .isEqualTo("db:\n  password: (hidden)\n    (hidden)\n    (hidden)\n  user: x\nother: y");
        assertThat(shown("{\n\"tokens\": [\n\"a\"\n],\n\"user\": 1\n}")).endsWith("\n\"user\": 1\n}");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
    void longHostileLinesTakeLinearTime() {
        for (String part : List.of("a-", "password ", "\"'", "<", "pass", "$1$", "[(", " ", "$2a$10$a")) {
            String line = part.repeat(1 << 16);
            assertThat(new MaskedLines(List.of(line, line)).shown(0, 1)).hasSize(1);
        }
    }

    private static String shown(String file) {
        List<String> lines = file.lines().toList();
        return String.join("\n", new MaskedLines(lines).shown(0, lines.size()));
    }
}
