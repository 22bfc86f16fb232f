package dev.tare.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** Makes fake tokens with the checksums and structures of real ones. The tokens are generated when a test runs. */
public final class FakeTokens {

    public static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static final String URL_BASE64 = BASE62 + "-_";

    public static final String HEX = "0123456789abcdef";

    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    private static final Random RANDOM = new Random(42);

    private FakeTokens() {}

    /** Random characters without words. The first and the last one are letters or digits. */
    public static String random(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        do {
            text.setLength(0);
            for (int i = 0; i < length; i++) {
                int of = i == 0 || i == length - 1 ? alphabet.length() - 2 : alphabet.length();
                text.append(alphabet.charAt(RANDOM.nextInt(Math.max(of, 8))));
            }
        } while (text.toString().toLowerCase(Locale.ROOT).contains("xxxx"));
        return text.toString();
    }

    /** A token of GitHub or npm. */
    public static String withBase62Crc32(String prefix, int length) {
        String random = random(BASE62, length);
        return prefix + "_" + random + inRadix(crc32(random), 62, 6);
    }

    /** A routable token of GitLab, which contains its cell. */
    public static String routable() {
        return routable("");
    }

    /** @param version the version of the token with a dot before it, such as {@code .01}, or an empty text */
    public static String routable(String version) {
        return routable("glp" + "at-", version);
    }

    /** @param prefix the kind of the token, such as {@code glrt-}, maybe after the prefix of an instance */
    public static String routable(String prefix, String version) {
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("o:1\nu:2\n" + random(HEX, 17))
                        .getBytes(StandardCharsets.UTF_8));
        String checked = prefix + payload + version + ".0" + inRadix(payload.length(), 36, 1).toLowerCase(Locale.ROOT);
        return checked + inRadix(crc32(checked), 36, 7).toLowerCase(Locale.ROOT);
    }

    /** Tokens of GitLab of every kind, except access tokens. */
    public static List<String> gitLab() {
        return List.of("gl" + "ptt-" + random(HEX, 40), "gl" + "rt-" + random(URL_BASE64, 20),
                "gl" + "rt-t3_" + random(URL_BASE64, 20), routable("gl" + "rt-t1_", ".01"),
                "gl" + "rtr-" + random(URL_BASE64, 20), routable("gl" + "rtr-", ".01"),
                "gl" + "dt-" + random(URL_BASE64, 20), "gl" + "cbt-64_" + random(URL_BASE64, 20),
                "gl" + "cbt-" + jsonWebToken(), "gl" + "soat-" + random(URL_BASE64, 20),
                "gl" + "agent-" + random(URL_BASE64, 50), "gl" + "oas-" + random(HEX, 64),
                "gl" + "ft-" + random(URL_BASE64, 20), "gl" + "ft-" + random(HEX, 64) + "-1234567",
                "gl" + "imt-" + random(BASE62, 25), "gl" + "wt-" + random(URL_BASE64, 20),
                "gl" + "ffct-" + random(URL_BASE64, 20), "GR" + "1348941" + random(URL_BASE64, 20),
                "_gitlab" + "_session=" + random(HEX, 32));
    }

    /** A token of Grafana. */
    public static String grafana() {
        String random = random(BASE62, 32);
        return "gl" + "sa_" + random + "_" + "%08x".formatted(crc32(random));
    }

    /** A token of the Python package index. */
    public static String pypi() {
        byte[] random = random(HEX, 90).getBytes(StandardCharsets.UTF_8);
        random[random.length - 34] = 6;
        random[random.length - 33] = 32;
        byte[] head = "\u0002\u0001\u0008pypi.org\u0002\u0024".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + random.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(random, 0, all, head.length, random.length);
        return "py" + "pi-" + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** An ID, and its secret in the next line. */
    public static String aws() {
        return "aws_access_key_id = AK" + "IA" + random("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)
                + "\naws_secret_access_key = " + random(BASE62 + "+/", 40) + "\n";
    }

    /** A token of Atlassian. */
    public static String atlassian() {
        String checked = "ATA" + "TT3" + random(URL_BASE64, 180);
        return checked + "=" + "%08X".formatted(crc32(checked));
    }

    /** An identity of {@code age-keygen}, with BIP 173's checksum over the groups of five bits. */
    public static String age() {
        String prefix = "age-" + "secret-key-";
        String data = random(BECH32, 52);
        IntStream values = IntStream.of(prefix.chars().map(c -> c >> 5).toArray());
        values = IntStream.concat(values, IntStream.concat(IntStream.of(0), prefix.chars().map(c -> c & 31)));
        values = IntStream.concat(values, (data + BECH32.charAt(0) + "qqqqq").chars().map(BECH32::indexOf));
        int checksum = values.reduce(1, FakeTokens::nextOfBech32) ^ 1;
        StringBuilder token = new StringBuilder(prefix + "1" + data);
        for (int shift = 25; shift >= 0; shift -= 5) {
            token.append(BECH32.charAt((checksum >> shift) & 31));
        }
        return token.toString().toUpperCase(Locale.ROOT);
    }

    private static int nextOfBech32(int sum, int value) {
        int[] generator = { 0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3 };
        int next = ((sum & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < generator.length; i++) {
            next ^= ((sum >> (25 + i)) & 1) * generator[i];
        }
        return next;
    }

    public static String jsonWebToken() {
        return encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded("{\"sub\":\"somebody\"}") + "."
                + random(URL_BASE64, 86);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static String inRadix(long number, int radix, int length) {
        StringBuilder digits = new StringBuilder();
        for (long rest = number; rest > 0 || digits.length() < length; rest /= radix) {
            digits.insert(0, BASE62.charAt((int) (rest % radix)));
        }
        return digits.toString();
    }
}
