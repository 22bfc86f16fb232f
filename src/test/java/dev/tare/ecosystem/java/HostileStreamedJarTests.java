package dev.tare.ecosystem.java;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.tare.ecosystem.java.JarContents.NestedJar;
import dev.tare.ecosystem.java.JarContents.ReadJar;
import dev.tare.ecosystem.java.JarContents.UnreadJar;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.ZipBytes;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** A hostile jar that streams by gives the result of its directory, or is reported as unread. */
class HostileStreamedJarTests {

    private static final byte[] INNER = new JarBuilder().pom("g", "inner", "2").toJar();

    private static final byte[] OTHER = new JarBuilder().pom("g", "other", "3").toJar();

    private static final String MISPLACED = "Not a readable jar: an entry does not match the directory.";

    @Test
    void jarCutOffAnywhereIsUnread() throws IOException {
        byte[] jar = new JarBuilder().entry("lib/a.jar", INNER).stored("lib/b.jar", OTHER).pom("g", "a", "1").toJar();
        for (int length = 0; length < jar.length; length++) {
            JarContents cut = JarWays.streamed("a-1.jar", Arrays.copyOf(jar, length));
            assertThat(cut).isEqualTo(unread(cut));
        }
    }

    @Test
    void jarDamagedAnywhereIsReadAsInMemoryOrReportedAsUnread() throws IOException {
        byte[] jar = new JarBuilder().entry("lib/a.jar", INNER).stored("lib/b.jar", OTHER).pom("g", "a", "1").toJar();
        for (int i = 0; i < jar.length; i++) {
            byte[] damaged = jar.clone();
            damaged[i] ^= (byte) 0xff;
            JarContents streamed = JarWays.streamed("a-1.jar", damaged);
            JarContents inMemory = JarWays.inMemory("a-1.jar", damaged);
            if (streamed.unread().isEmpty() && inMemory.unread().isEmpty()) {
                assertThat(streamed).isEqualTo(inMemory);
            }
        }
    }

    @Test
    void fileThatIsNotAJarIsUnread() throws IOException {
        for (byte[] content : new byte[][] { {}, "no jar".getBytes(StandardCharsets.UTF_8), new byte[2 << 20] }) {
            assertThat(JarWays.streamed("a-1.jar", content).unread()).hasSize(1);
        }
    }

    @Test
    void entryThatInflatesToTooManyBytesMakesTheJarUnread() throws IOException {
        byte[] jar = new JarBuilder().entry("zeros", new byte[40 << 20]).pom("g", "a", "1").toJar();
        assertUnread(jar, "the content to inflate is larger");
    }

    @Test
    void bombsInAJarAreNotRead() throws IOException {
        byte[] bomb = new JarBuilder().stored("bomb.jar", new JarBuilder().entry("b", new byte[90 << 20]).toJar())
                .entry("b.jar", new byte[90 << 20])
                .toJar();
        byte[] jar = new JarBuilder().stored("bombs.jar", bomb).stored("lib/a.jar", INNER).toJar();
        JarContents streamed = JarWays.streamed("a.jar", jar);
        assertThat(streamed).isEqualTo(JarWays.inMemory("a.jar", jar));
        assertThat(streamed.nested()).extracting(NestedJar::path)
                .containsExactly("!/bombs.jar", "!/bombs.jar!/bomb.jar", "!/lib/a.jar");
        assertThat(streamed.unread()).extracting(UnreadJar::path).containsExactly("!/bombs.jar!/b.jar");
    }

    @Test
    void entriesThatAreTooLargeAreNotInflatedOverAndOver() {
        byte[] jar = new JarBuilder().overlapping("bomb.jar", new byte[70 << 20], 300).toJar();
        assertTimeout(Duration.ofSeconds(5),
                () -> assertThat(JarWays.streamed("a.jar", jar).nested()).isEmpty());
    }

    @Test
    void sizeThatHidesAnotherEntryMakesThatEntryUnread() throws IOException {
        byte[] jar = new JarBuilder().stored("x", new byte[10]).stored("b.jar", INNER).entry("C.class", "c").toJar();
        int hiding = 10 + 30 + "b.jar".length() + INNER.length;
        byte[] lying = new ZipBytes(jar).local("x", header -> header.putInt(18, hiding)).toBytes();
        JarContents streamed = JarWays.streamed("a.jar", lying);
        assertThat(streamed.nested()).isEmpty();
        assertThat(streamed.unread()).containsExactly(new UnreadJar("!/b.jar", MISPLACED));
    }

    @Test
    void sizeBeyondTheEndMakesTheJarUnread() throws IOException {
        byte[] jar = new JarBuilder().stored("x", new byte[10]).stored("b.jar", INNER).toJar();
        assertUnread(new ZipBytes(jar).local("x", header -> header.putInt(18, 1 << 30)).toBytes(), "it ends too early");
        assertUnread(new ZipBytes(jar).local("x", header -> header.putInt(18, -2)).toBytes(), "it ends too early");
    }

    @Test
    void entryOfAnotherSizeThanInTheDirectoryIsUnread() throws IOException {
        byte[] jar = new JarBuilder().stored("b.jar", INNER).entry("c.jar", INNER).pom("g", "a", "1").toJar();
        byte[] lying = new ZipBytes(jar).listed("b.jar", header -> header.putInt(20, INNER.length - 1))
                .listed("c.jar", header -> header.putShort(10, (short) 0))
                .listed("META-INF/maven/g/a/pom.properties", header -> header.putInt(20, 1))
                .toBytes();
        JarContents streamed = JarWays.streamed("a.jar", lying);
        assertThat(streamed.nested()).isEmpty();
        assertThat(streamed.unread()).containsExactly(new UnreadJar("!/b.jar", MISPLACED),
                new UnreadJar("!/c.jar", MISPLACED),
                new UnreadJar("", "A pom.properties in it was not read: an entry does not match the directory."));
    }

    @Test
    void entriesThatOverlapAreUnread() throws IOException {
        byte[] jar = new JarBuilder().stored("outer.jar", new JarBuilder().stored("b.jar", INNER).toJar())
                .stored("other.jar", OTHER)
                .toJar();
        byte[] overlapping = new ZipBytes(jar)
                .listed("other.jar", header -> header.putInt(42, 30 + "outer.jar".length()))
                .toBytes();
        JarContents streamed = JarWays.streamed("a.jar", overlapping);
        assertThat(streamed.nested()).extracting(NestedJar::path)
                .containsExactly("!/outer.jar", "!/outer.jar!/b.jar");
        assertThat(streamed.unread()).containsExactly(new UnreadJar("!/other.jar", MISPLACED));
    }

    @Test
    void entriesWithTheSameNameAreTwo() throws IOException {
        byte[] name = "b.jar".getBytes(StandardCharsets.UTF_8);
        byte[] jar = new JarBuilder().stored("a.jar", INNER).stored("b.jar", OTHER).toJar();
        byte[] twice =
                new ZipBytes(jar).local("a.jar", header -> header.put(30, name)).renamed("a.jar", "b.jar").toBytes();
        JarContents streamed = JarWays.streamed("x.jar", twice);
        assertThat(streamed).isEqualTo(JarWays.inMemory("x.jar", twice));
        assertThat(streamed.nested()).extracting(NestedJar::path).containsExactly("!/b.jar", "!/b.jar");
        assertThat(streamed.nested()).flatExtracting(nested -> nested.jar().libraries())
                .extracting(ShadedLibrary::artifactId)
                .containsExactly("inner", "other");
    }

    @Test
    void entryListedTwiceIsTwo() throws IOException {
        byte[] jar = new ZipBytes(new JarBuilder().stored("a.jar", INNER).toJar()).repeated("a.jar", 1).toBytes();
        assertThat(JarWays.streamed("x.jar", jar)).isEqualTo(JarWays.inMemory("x.jar", jar));
        assertThat(JarWays.streamed("x.jar", jar).nested()).hasSize(2);
    }

    @Test
    void storedEntryWhoseSizeFollowsItMakesTheJarUnread() throws IOException {
        byte[] jar = new JarBuilder().stored("x", new byte[10]).stored("b.jar", INNER).toJar();
        assertUnread(new ZipBytes(jar).local("x", header -> header.putShort(6, (short) 8).putInt(18, 0)).toBytes(),
                "no data descriptor with the size of an entry follows the entry");
    }

    @Test
    void encryptedEntryWhoseSizeFollowsItMakesTheJarUnread() throws IOException {
        byte[] jar = new JarBuilder().entry("x", "x").stored("b.jar", INNER).toJar();
        assertUnread(new ZipBytes(jar).local("x", header -> header.putShort(6, (short) 9)).toBytes(),
                "an entry is encrypted");
    }

    @Test
    void damagedEntryWhoseSizeFollowsItMakesTheJarUnread() throws IOException {
        byte[] jar = new JarBuilder().entry("x", "x").stored("b.jar", INNER).toJar();
        assertUnread(new ZipBytes(jar).local("x", header -> header.put(31, (byte) 0xff)).toBytes(), "damaged");
    }

    @Test
    void damagedEntryOfAKnownSizeIsUnreadAlone() throws IOException {
        byte[] jar = sized("lib/c.jar", INNER, "lib/d.jar", OTHER);
        byte[] damaged = new ZipBytes(jar)
                .local("lib/c.jar", header -> header.put(30 + header.getShort(26) + header.getShort(28), (byte) 0xff))
                .toBytes();
        JarContents streamed = JarWays.streamed("a.jar", damaged);
        assertThat(streamed).isEqualTo(JarWays.inMemory("a.jar", damaged));
        assertThat(streamed.unread()).extracting(UnreadJar::path).containsExactly("!/lib/c.jar");
        assertThat(streamed.nested()).extracting(NestedJar::path).containsExactly("!/lib/d.jar");
    }

    /** A JVM reads the last directory. */
    @Test
    void jarAfterAJarIsUnread() throws IOException {
        byte[] first = new JarBuilder().stored("a.jar", INNER).toJar();
        byte[] second = new JarBuilder().stored("b.jar", OTHER).toJar();
        assertThat(JarWays.inMemory("a.jar", concat(first, second)).nested()).extracting(NestedJar::path)
                .containsExactly("!/b.jar");
        assertUnread(concat(first, second), "its directory");
        assertUnread(concat(first, new byte[1 << 17], second), "its end record does not follow its directory");
    }

    @Test
    void endRecordInTheCommentOfAnotherCounts() throws IOException {
        byte[] jar = new JarBuilder().stored("a.jar", INNER).toJar();
        byte[] end = Arrays.copyOfRange(jar, jar.length - 22, jar.length);
        assertUnread(concat(jar, end), "its directory does not follow its entries");
    }

    @Test
    void moreJarsThanAreListedAreReportedAsUnlisted() throws IOException {
        JarBuilder jar = new JarBuilder();
        for (int i = 0; i < 5002; i++) {
            jar.stored(i + ".jar", INNER);
        }
        byte[] many = jar.toJar();
        assertThat(JarWays.streamed("a.jar", many)).isEqualTo(JarWays.inMemory("a.jar", many));
        assertThat(JarWays.streamed("a.jar", many).nested()).hasSize(5000);
    }

    @Test
    void tooManyEntriesOfInterestMakeTheJarUnread() throws IOException {
        JarBuilder jar = new JarBuilder();
        for (int i = 0; i < 50_001; i++) {
            jar.stored(i + ".jar", new byte[0]);
        }
        assertUnread(jar.toJar(), "more than 50000 entries of interest");
    }

    private static void assertUnread(byte[] jar, String because) throws IOException {
        JarContents streamed = JarWays.streamed("a-1.jar", jar);
        assertThat(streamed).isEqualTo(unread(streamed));
        assertThat(streamed.unread().getFirst().because()).contains(because);
    }

    /** A jar with only its file name read, for the same reason. */
    private static JarContents unread(JarContents streamed) {
        return new JarContents(ReadJar.unread(JarFileName.parse("a-1.jar")), List.of(),
                List.of(new UnreadJar("", streamed.unread().getFirst().because())), List.of());
    }

    /** Deflated entries with their sizes before the content, as tools write them to seekable files. */
    private static byte[] sized(String name, byte[] content, String otherName, byte[] otherContent) throws IOException {
        SeekableInMemoryByteChannel jar = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(jar)) {
            put(zip, name, content);
            put(zip, otherName, otherContent);
        }
        return Arrays.copyOf(jar.array(), (int) jar.size());
    }

    private static void put(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content);
        zip.closeArchiveEntry();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
