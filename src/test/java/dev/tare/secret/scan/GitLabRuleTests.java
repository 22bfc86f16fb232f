package dev.tare.secret.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.secret.FakeTokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GitLabRuleTests {

    @Test
    void everyPrefixIsTestedAndInTheDocument() throws IOException {
        String document = Files.readString(Path.of("docs/SECRETS.md"));
        String tokens = String.join(" ", FakeTokens.gitLab()) + " " + FakeTokens.routable();
        assertThat(GitLabRule.ALL).extracting(SecretRule::anchor)
                .doesNotHaveDuplicates()
                .allSatisfy(prefix -> assertThat(document).contains('`' + prefix + '`'))
                .allSatisfy(prefix -> assertThat(tokens).contains(prefix));
    }
}
