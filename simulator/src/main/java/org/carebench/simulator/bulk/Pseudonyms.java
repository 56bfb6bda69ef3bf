package org.carebench.simulator.bulk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carebench.simulator.world.Platform;

/** Pseudonyms of authors, as a night makes them with the same key. Not for several threads at once. */
final class Pseudonyms {

    private final Mac mac;

    Pseudonyms(String key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }

    String author(Platform platform, String id) {
        return digest("author " + platform.key() + " " + id);
    }

    /** An id for a comment that its platform shows without one. */
    String content(String content) {
        return digest("content " + content);
    }

    private String digest(String content) {
        return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
