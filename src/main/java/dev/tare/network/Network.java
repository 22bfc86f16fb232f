package dev.tare.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Addresses with the same first bits.
 *
 * @param bits number of the first bits that are the same
 */
public record Network(InetAddress address, int bits) {

    /** Java reads 0177.0.0.1 as 177.0.0.1, and other programs as 127.0.0.1. */
    private static final Pattern OCTAL = Pattern.compile("(?:^|[.:])0[0-9]+(?:[.]|(?<=[.][0-9]{2,3})$)");

    public boolean contains(InetAddress other) {
        byte[] own = this.address.getAddress();
        byte[] bytes = other.getAddress();
        return own.length == bytes.length && Arrays.equals(masked(own, this.bits), masked(bytes, this.bits));
    }

    /**
     * Parses an address, or an address, a slash and a number of bits.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal((slash < 0 ? text : text.substring(0, slash)).strip());
        if (address == null || (slash >= 0 && !text.substring(slash + 1).matches("\\d{1,3}"))) {
            throw invalid(text);
        }
        int most = address.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits > most) {
            throw invalid(text);
        }
        return new Network(address, bits);
    }

    /** The address in a text, or {@code null} if it is not an IP address without a zone. */
    public static @Nullable InetAddress literal(String text) {
        String address = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        // Java reads the IPv4 address "10" as 0.0.0.10.
        boolean isShort = address.indexOf(':') < 0 && address.chars().filter(c -> c == '.').count() != 3;
        if (isShort || address.indexOf('%') >= 0 || OCTAL.matcher(address).find()) {
            return null;
        }
        try {
            // Other methods look up texts such as 999.1.1.1 with DNS.
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }

    /** The first bits of an address, and zeros for the others. */
    public static byte[] masked(byte[] address, int bits) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(bits - i * (long) Byte.SIZE, 0, Byte.SIZE);
            masked[i] = (byte) (masked[i] & (0xff << (Byte.SIZE - kept)));
        }
        return masked;
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException(
                "\"" + text + "\" is not valid. Expected an IP address, or a network such as 10.0.0.0/8.");
    }
}
