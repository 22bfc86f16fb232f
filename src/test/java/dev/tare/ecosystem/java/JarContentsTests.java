package dev.tare.ecosystem.java;

import java.util.List;
import java.util.Locale;

import dev.tare.ecosystem.java.JarContents.ReadJar;
import dev.tare.ecosystem.java.JarContents.UnreadJar;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JarContentsTests {

    @Test
    void maskedChangesTheReasonsOfJarsThatAreNotRead() {
        ReadJar jar = ReadJar.unread(JarFileName.parse("a.jar"));
        JarContents contents = new JarContents(jar, List.of(), List.of(new UnreadJar("!/b.jar", "it ends")), List.of());
        assertThat(contents.masked(text -> text.toUpperCase(Locale.ROOT)))
                .isEqualTo(new JarContents(jar, List.of(), List.of(new UnreadJar("!/b.jar", "IT ENDS")), List.of()));
    }
}
