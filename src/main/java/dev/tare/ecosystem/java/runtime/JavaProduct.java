package dev.tare.ecosystem.java.runtime;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The products that are Java runtimes. They are ordered so that the first one whose words are stated is the product. */
public enum JavaProduct {

    MANDREL("Mandrel", "mandrel"),

    LIBERICA_NIK("Liberica Native Image Kit", "liberica native image kit|liberica-nik"),

    ORACLE_GRAALVM("Oracle GraalVM", "oracle graalvm|graalvm ee"),

    GRAALVM_CE("GraalVM Community", "graalvm ce|graalvm community"),

    /** GraalVM of an unknown edition. */
    GRAALVM("GraalVM", null),

    TEMURIN("Eclipse Temurin", "temurin|eclipse adoptium|eclipse foundation"),

    ADOPTOPENJDK("AdoptOpenJDK", "adoptopenjdk"),

    CORRETTO("Amazon Corretto", "corretto|amazon"),

    ZING("Azul Zing", "zing"),

    ZULU("Azul Zulu", "zulu|azul"),

    LIBERICA("Liberica", "liberica|bellsoft"),

    MICROSOFT("Microsoft Build of OpenJDK", "microsoft"),

    SAPMACHINE("SapMachine", "sapmachine|sap se"),

    SEMERU("IBM Semeru", "semeru|international business machines"),

    IBM("IBM SDK", "ibm"),

    DRAGONWELL("Alibaba Dragonwell", "dragonwell|alibaba"),

    KONA("Tencent Kona", "kona|tencent|tencentkonajdk"),

    BISHENG("BiSheng", "bisheng|huawei"),

    JETBRAINS("JetBrains Runtime", "jbr-|jetbrains"),

    RED_HAT("Red Hat build of OpenJDK", "red_hat|red hat"),

    DEBIAN("Debian OpenJDK", "debian"),

    UBUNTU("Ubuntu OpenJDK", "ubuntu"),

    ALPINE("Alpine OpenJDK", "alpine"),

    WOLFI("Wolfi OpenJDK", "wolfi|chainguard"),

    SUSE("SUSE OpenJDK", "suse|opensuse"),

    ORACLE_JDK("Oracle JDK", null),

    /** Oracle's build under the GPL, without support. */
    ORACLE_OPENJDK("Oracle OpenJDK", null),

    /** A build of OpenJDK by an unknown vendor. */
    OPENJDK("OpenJDK", null),

    /** There is no evidence for any product. */
    UNKNOWN("Java", null);

    /** The form of Corretto's versions in other files than {@code version.txt}. */
    static final String CORRETTO_VERSION = "Corretto-";

    private static final Pattern ORACLE = wholeWords("oracle");

    private static final Pattern NUMBERED = Pattern.compile("[A-Za-z(][A-Za-z_ -]{0,40}\\d[\\w.+-]{0,100}\\)?");

    private final String title;

    private final @Nullable Pattern words;

    /** @param words in the vendor, in its version or in the full version, with bars between them; in whole words */
    JavaProduct(String title, @Nullable String words) {
        this.title = title;
        this.words = words == null ? null : wholeWords(words);
    }

    private static Pattern wholeWords(String words) {
        return Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])", Pattern.CASE_INSENSITIVE);
    }

    /** The display name. */
    public String title() {
        return this.title;
    }

    /** Whether it is a build of GraalVM. */
    boolean isGraalVm() {
        return compareTo(GRAALVM) <= 0;
    }

    /** Whether a text is the version of one of the products, with its name: {@code Temurin-25.0.3+9}. */
    static boolean isVersion(String text) {
        return NUMBERED.matcher(text).matches() && named(text) != null;
    }

    /** The product with these facts. The keys are those of {@link RuntimeFacts}. */
    static JavaProduct of(Map<String, String> facts) {
        String stated = Stream
                .of(RuntimeFacts.PRODUCT_VERSION, RuntimeFacts.VENDOR, RuntimeFacts.VM_VARIANT,
                        RuntimeFacts.RUNTIME_VERSION)
                .map(key -> facts.getOrDefault(key, ""))
                .collect(Collectors.joining("\n"));
        boolean isOracle = ORACLE.matcher(facts.getOrDefault(RuntimeFacts.VENDOR, "")).find();
        JavaProduct named = named(stated);
        if (isGraal(facts) && (named == null || !named.isGraalVm())) {
            return isOracle ? ORACLE_GRAALVM
                    : named == RED_HAT ? MANDREL
                    : named == LIBERICA ? LIBERICA_NIK
                    : GRAALVM;
        }
        return named != null ? named
                : isOracle ? oracle(facts)
                : isOpenJdk(facts) ? OPENJDK
                : UNKNOWN;
    }

    private static @Nullable JavaProduct named(String text) {
        return Arrays.stream(values())
                .filter(product -> product.words != null && product.words.matcher(text).find())
                .findFirst()
                .orElse(null);
    }

    private static boolean isGraal(Map<String, String> facts) {
        return facts.containsKey(RuntimeFacts.GRAALVM_VERSION)
                || facts.getOrDefault(RuntimeFacts.RUNTIME_VERSION, "").contains("-jvmci-");
    }

    /** Both of Oracle's products state the same vendor. Only the names of launcher and runtime differ. */
    private static JavaProduct oracle(Map<String, String> facts) {
        if (isOpenJdk(facts)) {
            return ORACLE_OPENJDK;
        }
        return "commercial".equals(facts.get(RuntimeFacts.BUILD_TYPE)) || facts.containsKey(RuntimeFacts.LAUNCHER)
                || facts.containsKey(RuntimeFacts.RUNTIME_NAME) ? ORACLE_JDK : UNKNOWN;
    }

    private static boolean isOpenJdk(Map<String, String> facts) {
        return "openjdk".equals(facts.get(RuntimeFacts.LAUNCHER))
                || facts.getOrDefault(RuntimeFacts.RUNTIME_NAME, "").startsWith("OpenJDK");
    }
}
