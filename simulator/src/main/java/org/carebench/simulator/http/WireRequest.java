package org.carebench.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the connection.
 *
 * @param method GET, POST …
 * @param target path and query string, not decoded
 * @param headers header fields, found in any case; of repeated ones the last
 * @param body the body as text, empty where there is none
 */
record WireRequest(String method, String target, Map<String, String> headers, String body) {

    private static final int LONGEST_LINE = 65_536;
    private static final int LONGEST_BODY = 16 * 1024 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /**
     * Reads the next request, or gives null where the connection ended before it began.
     *
     * @throws IOException where the connection breaks or what came is no HTTP
     */
    static @Nullable WireRequest read(InputStream in, OutputStream out) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] parts = first.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new IOException("Cannot read a request: it does not begin with a line of HTTP/1.");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String field = line(in);
        while (field != null && !field.isEmpty()) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                headers.put(
                        field.substring(0, colon), field.substring(colon + 1).strip());
            }
            field = line(in);
        }
        if (parts[2].equals("HTTP/1.0")) {
            headers.putIfAbsent("Connection", "close");
        }
        if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            out.write(CONTINUE);
            out.flush();
        }
        return new WireRequest(parts[0], parts[1], headers, body(in, headers));
    }

    /** Whether the caller wants the connection to end after this request. */
    boolean isLast() {
        return "close".equalsIgnoreCase(headers.get("Connection"));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            return chunks(in);
        }
        String length = headers.get("Content-Length");
        return length == null ? "" : new String(exactly(in, number(length, 10)), StandardCharsets.UTF_8);
    }

    private static String chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        int size = number(requiredLine(in).split(";", 2)[0], 16);
        while (size > 0) {
            body.write(exactly(in, size));
            requiredLine(in);
            if (body.size() > LONGEST_BODY) {
                throw new IOException("Cannot read a request: its body is larger than " + LONGEST_BODY + " bytes.");
            }
            size = number(requiredLine(in).split(";", 2)[0], 16);
        }
        while (!requiredLine(in).isEmpty()) {
            // Fields behind the last chunk are of no use here.
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("Cannot read a request: it ended before its announced length.");
        }
        return bytes;
    }

    private static int number(String digits, int radix) throws IOException {
        try {
            int number = Integer.parseInt(digits.strip(), radix);
            if (number < 0 || number > LONGEST_BODY) {
                throw new IOException("Cannot read a request: a body of " + number + " bytes is not accepted.");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IOException("Cannot read a request: the length of its body is no number.", e);
        }
    }

    private static String requiredLine(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new IOException("Cannot read a request: it ended within its body.");
        }
        return line;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(128);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("Cannot read a request: a line is longer than " + LONGEST_LINE + " bytes.");
            }
            next = in.read();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
