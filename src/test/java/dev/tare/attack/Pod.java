package dev.tare.attack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import dev.tare.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.Quantity;
import org.w3c.dom.NodeList;

/**
 * What a pod of the manifest gives to Java.
 *
 * @param memory     limit of the memory in bytes
 * @param processors limit of the processors
 * @param options    the options of Java in the image
 */
public record Pod(long memory, int processors, List<String> options) {

    private static final String HEAP_SHARE = "-XX:MaxRAMPercentage=";

    /** Java selects the serial collector if a machine has less memory, in bytes. */
    private static final long LARGE_MACHINE = 1792L << 20;

    /** Java begins with this part of the memory as heap. */
    private static final int INITIAL_PART = 64;

    private static final String OPTIONS = "/project/build/plugins/plugin[artifactId='jib-maven-plugin']/configuration"
            + "/container/jvmFlags/jvmFlag";

    /** The pod of the manifest and of the image. */
    public static Pod read() throws Exception {
        Map<String, Quantity> limits = Manifests.container().getResources().getLimits();
        NodeList options = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(OPTIONS, DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Path.of("pom.xml").toFile()), XPathConstants.NODESET);
        return new Pod(Quantity.getAmountInBytes(limits.get("memory")).longValueExact(),
                limits.get("cpu").getNumericalAmount().intValueExact(),
                IntStream.range(0, options.getLength()).mapToObj(i -> options.item(i).getTextContent()).toList());
    }

    /** The maximum heap in bytes. */
    long heap() {
        String share = this.options.stream()
                .filter(option -> option.startsWith(HEAP_SHARE))
                .findFirst()
                .orElseThrow()
                .substring(HEAP_SHARE.length());
        return (long) (this.memory * Double.parseDouble(share) / 100);
    }

    /** The options of the image, and those that Java would derive from the limits in a pod. */
    public List<String> javaOptions() {
        Stream<String> derived = Stream.of("-XX:ActiveProcessorCount=" + this.processors, "-Xmx" + heap(),
                "-Xms" + this.memory / INITIAL_PART, isLarge() ? "-XX:+UseG1GC" : "-XX:+UseSerialGC");
        return Stream.concat(this.options.stream().filter(option -> !option.startsWith(HEAP_SHARE)), derived).toList();
    }

    /** Whether an option is one of those by which the C2 compiler starts later than by default. */
    public static boolean startsC2Later(String option) {
        return option.startsWith("-XX:Tier4");
    }

    private boolean isLarge() {
        return this.memory >= LARGE_MACHINE && this.processors >= 2;
    }
}
