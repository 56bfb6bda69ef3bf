package org.carebench.simulator.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Listens on the loopback address and speaks HTTP/1.1 with connections that stay open, one thread each. The server of the JDK
 * does not let anybody choose the Date header, nor end a body before its announced length; both are faults that a client must
 * survive.
 */
final class HttpListener implements AutoCloseable {

    private static final int BACKLOG = 1_024;
    private static final int IDLE_MILLISECONDS = 60_000;

    /** What answers a request. */
    @FunctionalInterface
    interface Responder {
        WireResponse respond(WireRequest request);
    }

    private final ServerSocket socket;
    private final Responder responder;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    /**
     * Begins to listen.
     *
     * @param port a port, or 0 for a free one
     * @throws IOException where the port cannot be taken
     */
    HttpListener(int port, Responder responder) throws IOException {
        this.responder = responder;
        this.socket = new ServerSocket();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "http");
            thread.setDaemon(true);
            return thread;
        });
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                // Closed, which the loop sees; or a caller that was gone before it was served.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(IDLE_MILLISECONDS);
            var in = new BufferedInputStream(connection.getInputStream());
            var out = new BufferedOutputStream(connection.getOutputStream());
            boolean more = true;
            while (more) {
                WireRequest request = WireRequest.read(in, out);
                if (request == null) {
                    return;
                }
                WireResponse response = responder.respond(request);
                more = response.write(out) && !request.isLast();
            }
        } catch (IOException e) {
            // The caller went away or was silent for too long; nobody is left to tell.
        } finally {
            open.remove(connection);
        }
    }

    /** Takes no further connection and ends those that are open. */
    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
