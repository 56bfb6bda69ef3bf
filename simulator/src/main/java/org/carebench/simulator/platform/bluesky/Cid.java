package org.carebench.simulator.platform.bluesky;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Content ids in the form of real ones: base 32 of a header and a SHA-256, here of the record's address. */
final class Cid {

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final byte[] HEADER = {0x01, 0x71, 0x12, 0x20};

    private Cid() {}

    static String of(String uri) {
        byte[] hash = sha256(uri);
        byte[] bytes = new byte[HEADER.length + hash.length];
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        System.arraycopy(hash, 0, bytes, HEADER.length, hash.length);
        StringBuilder cid = new StringBuilder("b");
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8) | (next & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                cid.append(DIGITS.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            cid.append(DIGITS.charAt((buffer << (5 - bits)) & 31));
        }
        return cid.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot compute SHA-256: every Java platform has it.", e);
        }
    }
}
