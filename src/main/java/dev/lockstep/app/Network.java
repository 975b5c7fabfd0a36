package dev.lockstep.app;

import java.util.List;
import java.util.Properties;

/**
 * How the Java runtime has to talk to other computers. Its classes read these properties when they are first used, so this comes first.
 *
 * <p>The proxies of the system are used unless whoever starts the program says otherwise. What would write credentials to a log, accept a
 * certificate for another host, or send a write twice, is taken back, from wherever it came.
 */
final class Network {
    private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";
    private static final List<String> UNSAFE = List.of(
            "jdk.httpclient.HttpClient.log",
            "jdk.internal.httpclient.",
            "jdk.httpclient.enableAllMethodRetry",
            "javax.net.debug");

    private Network() {}

    /** Sets and removes properties, which are those of the system. */
    static void prepare(Properties properties) {
        properties.putIfAbsent(SYSTEM_PROXIES, "true");
        for (String name : properties.stringPropertyNames()) {
            if (UNSAFE.stream().anyMatch(name::startsWith)) {
                properties.remove(name);
            }
        }
    }
}
