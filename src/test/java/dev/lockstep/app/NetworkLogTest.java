package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the Java runtime itself logs of calls when somebody switched all of it on. */
@Timeout(60)
class NetworkLogTest {
    private static String written(String how) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djdk.httpclient.HttpClient.log=all",
                        "-Djdk.internal.httpclient.debug=true",
                        "-Djavax.net.debug=all",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoggedCall.class.getName(),
                        how)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        assertTrue(text.contains("answered 201") && text.contains("this is logged"), text);
        return text;
    }

    @Test
    void holdsNoCredentialAndNoValueOnceTheProgramHasStarted() throws Exception {
        String text = written("prepared");
        assertTrue(!text.contains("canary"), text);
    }

    @Test
    void wouldHoldThemOtherwise() throws Exception {
        String text = written("bare");
        assertTrue(text.contains("canary-CREDENTIAL") && text.contains("canary-VALUE"), text);
    }
}
