package org.carebench.jobs.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of an address in the order in which they were given. Values are percent-encoded. */
public final class Query {

    /** No parameters. */
    public static final Query NONE = new Query(List.of());

    private final List<String> pairs;

    private Query(List<String> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** Adds a parameter; one without a value is left out. */
    public Query with(String name, @Nullable String value) {
        return value == null ? this : withEncoded(name, encode(value));
    }

    public Query with(String name, long value) {
        return withEncoded(name, Long.toString(value));
    }

    /** Adds a parameter whose value is encoded already, where a platform has a way of its own. */
    public Query withEncoded(String name, String value) {
        List<String> more = new ArrayList<>(pairs);
        more.add(encode(name) + "=" + value);
        return new Query(more);
    }

    /**
     * The whole address.
     *
     * @param base address of the API, with or without a slash at its end
     * @param path begins with a slash; encoded already
     */
    public URI on(URI base, String path) {
        String start = base.toString().replaceFirst("/+$", "") + path;
        return URI.create(pairs.isEmpty() ? start : start + "?" + String.join("&", pairs));
    }

    /** Encodes one value, or one segment of a path. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
