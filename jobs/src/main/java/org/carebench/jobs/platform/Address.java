package org.carebench.jobs.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Builds the address of a request. Names and values are encoded, and a name may occur several times. */
public final class Address {

    private final StringBuilder text;
    private char separator = '?';

    private Address(String start) {
        text = new StringBuilder(start);
    }

    /**
     * An address below another.
     *
     * @param base with or without a path of its own
     * @param path begins with a slash; what it holds is encoded already
     */
    public static Address of(URI base, String path) {
        String start = base.toString();
        return new Address((start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path);
    }

    /** Adds a parameter; one without a value is left out. */
    public Address with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(separator).append(encoded(name)).append('=').append(encoded(value.toString()));
            separator = '&';
        }
        return this;
    }

    /** Adds a parameter whose value is encoded already, in a way of the platform's own. */
    public Address withEncoded(String name, String value) {
        text.append(separator).append(encoded(name)).append('=').append(value);
        separator = '&';
        return this;
    }

    /** Adds a parameter once per value. */
    public Address withEach(String name, Collection<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    public URI uri() {
        return URI.create(text.toString());
    }

    /** A segment of a path or a part of a query that may hold any character. */
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
