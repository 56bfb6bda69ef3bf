package org.carebench.simulator.platform.bluesky;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.carebench.simulator.http.Request;
import org.jspecify.annotations.Nullable;

/** The parameters of one call, checked as its lexicon says. */
final class XrpcParameters {

    private static final Pattern DID = Pattern.compile("did:[a-z]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._-]");
    private static final Pattern HANDLE = Pattern.compile(
            "([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final Pattern AT_URI =
            Pattern.compile("at://[A-Za-z0-9.:_%-]+(/[a-zA-Z0-9.-]+(/[A-Za-z0-9._:~-]+)?)?");
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 50;

    private final String nsid;
    private final Request request;

    XrpcParameters(String nsid, Request request) {
        this.nsid = nsid;
        this.request = request;
    }

    String required(String name) {
        String value = request.query().first(name);
        if (value == null) {
            throw XrpcError.invalidParameters(nsid, "Missing required key \"" + name + "\"");
        }
        return value;
    }

    /** A DID or a handle. */
    String identifier(String name) {
        return checkedIdentifier(required(name));
    }

    /** A DID or a handle, or null where the parameter is missing. */
    @Nullable String optionalIdentifier(String name) {
        String value = request.query().first(name);
        return value == null ? null : checkedIdentifier(value);
    }

    /** One to so many DIDs or handles. */
    List<String> identifiers(String name, int most) {
        List<String> values = array(name, most);
        values.forEach(this::checkedIdentifier);
        return values;
    }

    String uri(String name) {
        return checkedUri(required(name));
    }

    List<String> uris(String name, int most) {
        List<String> values = array(name, most);
        values.forEach(this::checkedUri);
        return values;
    }

    /** The size of a page, from 1 to 100. */
    int limit() {
        return integer("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    }

    int integer(String name, int otherwise, int least, int most) {
        String value = request.query().first(name);
        if (value == null) {
            return otherwise;
        }
        long number;
        try {
            number = Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw XrpcError.invalidParameters(nsid, "Expected integer value type (got \"" + value + "\")");
        }
        if (number > most) {
            throw XrpcError.invalidParameters(nsid, "integer too big (maximum " + most + ", got " + number + ")");
        }
        if (number < least) {
            throw XrpcError.invalidParameters(nsid, "integer too small (minimum " + least + ", got " + number + ")");
        }
        return (int) number;
    }

    /** An instant or the begin of a day. */
    Instant time(String name, Instant otherwise) {
        String value = request.query().first(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return value.length() == "2026-01-01".length()
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw XrpcError.invalidParameters(nsid, "Invalid datetime (got \"" + value + "\")");
        }
    }

    private List<String> array(String name, int most) {
        List<String> values = request.query().all(name);
        if (values.isEmpty()) {
            required(name);
        }
        if (values.size() > most) {
            throw XrpcError.invalidParameters(nsid, "array too big (maximum " + most + ", got " + values.size() + ")");
        }
        return values;
    }

    private String checkedIdentifier(String value) {
        if (!DID.matcher(value).matches() && !HANDLE.matcher(value).matches()) {
            throw XrpcError.invalidParameters(nsid, "Invalid AT identifier (got \"" + value + "\")");
        }
        return value;
    }

    private String checkedUri(String value) {
        if (!AT_URI.matcher(value).matches()) {
            throw XrpcError.invalidParameters(nsid, "Invalid AT-URI (got \"" + value + "\")");
        }
        return value;
    }
}
