package org.carebench.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for things that must not be written down, and even draws for things that must be repeatable. */
final class Fingerprint {

    private static final int CHARACTERS = 12;

    private Fingerprint() {}

    /** The first twelve hexadecimal digits of the SHA-256 of a text. */
    static String of(String text) {
        return HexFormat.of().formatHex(digest(text)).substring(0, CHARACTERS);
    }

    /** A number in [0, 1) that depends on the text alone. */
    static double draw(String text) {
        byte[] digest = digest(text);
        long bits = 0;
        for (int i = 0; i < 7; i++) {
            bits = (bits << 8) | (digest[i] & 0xff);
        }
        return (bits >>> 3) / (double) (1L << 53);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot compute SHA-256: every Java platform has it.", e);
        }
    }
}
