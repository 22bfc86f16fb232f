package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import dev.tare.archive.zip.ZipSlice;
import dev.tare.ecosystem.license.Licenses;

/**
 * The licenses in the {@code pom.xml} of a jar. A project often inherits them from its parent, which the jar does not
 * contain. The user may choose one of several licenses.
 *
 * @see <a href="https://maven.apache.org/pom.html#Licenses">POM reference, licenses</a>
 */
final class PomLicenses {

    static final long MAX_SIZE = 512 * 1024;

    private static final Pattern PATH = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.xml");

    private static final String LICENSE = "project/licenses/license";

    /** Deeper elements are skipped. */
    private static final int MAX_DEPTH = 4;

    private static final int MAX_TEXT = 2_000;

    /** No project has so many licenses. */
    private static final int MAX_COUNT = 50;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    private final Deque<String> path = new ArrayDeque<>();

    private final Map<String, StringBuilder> license = new HashMap<>();

    private int depth;

    private final Set<Licenses> found = new LinkedHashSet<>();

    private PomLicenses() {}

    static boolean isPath(String entry) {
        return entry.endsWith("/pom.xml") && PATH.matcher(entry).matches();
    }

    /** The path of the pom.xml of the jar itself. */
    static String pathOf(JarCoordinates jar) {
        return "META-INF/maven/" + jar.groupId() + "/" + jar.artifactId() + "/pom.xml";
    }

    /** The licenses. As UTF-8, other encodings damage only letters that names of licenses do not have. */
    static Licenses parse(ZipSlice content) {
        PomLicenses licenses = new PomLicenses();
        try (Reader pom = new InputStreamReader(content.stream(), StandardCharsets.UTF_8)) {
            licenses.read(XML.createXMLStreamReader(pom));
        } catch (IOException | XMLStreamException ex) {
            // The licenses before the damage count.
        }
        return Licenses.anyOf(licenses.found.stream().flatMap(one -> one.texts().stream()).toList());
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext() && this.found.size() < MAX_COUNT) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
    }

    private void start(String name) {
        if (++this.depth <= MAX_DEPTH) {
            this.path.addLast(name);
        }
    }

    private void text(String text) {
        if (this.depth == MAX_DEPTH && String.join("/", this.path).startsWith(LICENSE + "/")) {
            StringBuilder value = this.license.computeIfAbsent(this.path.getLast(), absent -> new StringBuilder());
            value.append(text, 0, Math.min(text.length(), MAX_TEXT - Math.min(MAX_TEXT, value.length())));
        }
    }

    private void end() {
        if (this.depth == MAX_DEPTH - 1 && String.join("/", this.path).equals(LICENSE)) {
            this.found.add(Licenses.named(stated("name"), stated("url")));
            this.license.clear();
        }
        if (this.depth-- <= MAX_DEPTH) {
            this.path.removeLast();
        }
    }

    private String stated(String name) {
        return this.license.getOrDefault(name, new StringBuilder()).toString();
    }
}
