package dev.lockstep.remote.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of the system, but for calls to this computer: what travels there without TLS must not go through another, and the system's own
 * list of exceptions need not name it.
 */
final class Proxies extends ProxySelector {
    private static final List<Proxy> NONE = List.of(Proxy.NO_PROXY);

    private final @Nullable ProxySelector system;

    /** @param system null if the Java runtime has none */
    Proxies(@Nullable ProxySelector system) {
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return system == null || Origin.isThisComputer(uri.getHost()) ? NONE : system.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        if (system != null) {
            system.connectFailed(uri, proxy, failure);
        }
    }
}
