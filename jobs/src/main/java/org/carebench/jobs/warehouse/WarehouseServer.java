package org.carebench.jobs.warehouse;

import org.springframework.beans.factory.DisposableBean;

/**
 * Where the warehouse is. Closing the application leaves it.
 *
 * @param isEmbedded whether the program keeps the server itself
 * @param leave what is to do at the end
 */
public record WarehouseServer(String url, String user, String password, boolean isEmbedded, Runnable leave)
        implements DisposableBean {

    @Override
    public void destroy() {
        leave.run();
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return "WarehouseServer[url=" + url.replaceAll("[?].*", "") + ", user=" + user + "]";
    }
}
