package org.carebench.jobs.collect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carebench.jobs.platform.Secret;

/**
 * Keyed pseudonyms: HMAC-SHA-256 in lower-case hexadecimal. The same author has the same pseudonym as long as the key stays,
 * and nobody without the key can tell whose it is.
 */
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Pseudonyms(Secret key) {
        this.key = new SecretKeySpec(key.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The pseudonym of an author on a platform. */
    String of(String platform, String authorId) {
        return digest("author " + platform + " " + authorId);
    }

    /** Stands for an id that names its author. */
    String ofId(String platform, String id) {
        return digest("id " + platform + " " + id);
    }

    /** An id for something that the platform gives none, told from what it does give. Keyed, because it covers a text. */
    String syntheticId(String content) {
        return digest("content " + content);
    }

    private String digest(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
