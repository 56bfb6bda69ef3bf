package org.carebench.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A response as it goes over the connection. */
final class WireResponse {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final int announced;

    /**
     * A response.
     *
     * @param status HTTP status
     * @param headers header fields, without Content-Length
     * @param body the bytes that are sent
     * @param announced the length that is announced; where more is announced than sent, the connection breaks off behind the
     *     body
     */
    WireResponse(int status, Map<String, String> headers, byte[] body, int announced) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.announced = announced;
    }

    /**
     * Writes the response.
     *
     * @return whether the connection can serve another request
     */
    boolean write(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(status).append(' ').append(reason()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(announced).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        return announced == body.length;
    }

    private String reason() {
        return switch (status / 100) {
            case 2 -> "OK";
            case 3 -> "Redirect";
            case 4 -> "Refused";
            default -> "Failed";
        };
    }
}
