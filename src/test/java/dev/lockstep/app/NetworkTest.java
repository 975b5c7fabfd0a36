package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    @Test
    void theProxiesOfTheSystemAreUsed() {
        Properties properties = properties("user.name", "x");
        Network.prepare(properties);
        assertEquals(properties("user.name", "x", "java.net.useSystemProxies", "true"), properties);
    }

    @Test
    void whoeverStartsTheProgramMaySayOtherwise() {
        Properties properties = properties("java.net.useSystemProxies", "false", "https.proxyHost", "proxy.example");
        Network.prepare(properties);
        assertEquals(properties("java.net.useSystemProxies", "false", "https.proxyHost", "proxy.example"), properties);
    }

    @Test
    void nothingCanBeSwitchedOnThatLogsCredentialsTrustsAnybodyOrWritesTwice() {
        Properties properties = properties(
                "jdk.httpclient.HttpClient.log", "all",
                "jdk.internal.httpclient.debug", "true",
                "jdk.internal.httpclient.hpack.debug", "err",
                "jdk.internal.httpclient.disableHostnameVerification", "",
                "jdk.httpclient.enableAllMethodRetry", "true",
                "javax.net.debug", "all",
                "javax.net.ssl.trustStore", "kept",
                "java.net.useSystemProxies", "true");
        Network.prepare(properties);
        assertEquals(properties("javax.net.ssl.trustStore", "kept", "java.net.useSystemProxies", "true"), properties);
    }
}
