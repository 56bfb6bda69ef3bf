package org.carebench.jobs.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The token of a small installation. Only its checksum is kept, and comparing takes as long however much is equal. */
final class BearerToken {

    private final byte[] checksum;

    BearerToken(String token) {
        this.checksum = checksum(token);
    }

    boolean is(String presented) {
        return MessageDigest.isEqual(checksum, checksum(presented));
    }

    private static byte[] checksum(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
