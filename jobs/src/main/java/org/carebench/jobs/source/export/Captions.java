package org.carebench.jobs.source.export;

import java.text.Normalizer;
import org.carebench.jobs.source.Redactor;
import org.carebench.jobs.source.Redactor.Redacted;
import org.jspecify.annotations.Nullable;

/** Titles and texts of posts, without personal identifiers. */
final class Captions {

    private static final int FIRST_STYLED = 0x1D400;
    private static final int LAST_STYLED = 0x1D7FF;

    private final Redactor redactor;

    Captions(Redactor redactor) {
        this.redactor = redactor;
    }

    /** What is left of a text; empty where there is none. */
    Redacted redact(@Nullable String text) {
        return redactor.redact(text == null ? "" : withPlainLetters(text));
    }

    /**
     * Bold and italic letters of captions are mathematical signs: made plain, they can be searched, and an e-mail address or
     * a telephone number in them is found.
     */
    private static String withPlainLetters(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(character -> plain.append(
                        character >= FIRST_STYLED && character <= LAST_STYLED
                                ? Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                                : Character.toString(character)));
        return plain.toString();
    }
}
