package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    private static String canonical(String typed) {
        return Origin.of(typed).orElseThrow().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.hookpulse.io, https://api.hookpulse.io",
        "'  https://api.hookpulse.io/  ', https://api.hookpulse.io",
        "HTTPS://API.Example:443///, https://api.example",
        "https://vault.example:8200/v1/, https://vault.example:8200/v1",
        "https://api.voximplant.com/platform_api, https://api.voximplant.com/platform_api",
        "https://xn--bcher-kva.example, https://xn--bcher-kva.example",
        "https://[2001:db8::1]:8200, https://[2001:db8::1]:8200",
        "https://192.0.2.1, https://192.0.2.1",
        "https://vault.example:, https://vault.example",
        "http://localhost:8200, http://localhost:8200",
        "http://LocalHost, http://localhost",
        "http://127.0.0.1:80, http://127.0.0.1",
        "http://127.255.255.254:1, http://127.255.255.254:1",
        "http://[::1]:8200, http://[::1]:8200"
    })
    void isBroughtIntoOneForm(String typed, String expected) {
        assertEquals(expected, canonical(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.example",
                "https://",
                "https:///path",
                "//api.example",
                "ftp://api.example",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://user@api.example",
                "https://user:password@api.example",
                "https://@api.example",
                "https://api.example?x=1",
                "https://api.example#x",
                "https://api.example/?",
                "https://api.example:0",
                "https://api.example:65536",
                "https://api.example:-1",
                "https://api.example:port",
                "https://api.example/a/../b",
                "https://api.example/%zz",
                "https://api.example/ü",
                "https://api.example\\@evil.example",
                "https://api.example evil",
                "https://api.exam\nple",
                "https://b\u00fccher.example",
                "https://\u0430pi.example",
                "https://fa\u00df.example",
                "https://api.example\u3002evil",
                "https://exa%6dple.com",
                "https://my_host",
                "https://[::1",
                "http://api.example",
                "http://10.0.0.1",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://127.1",
                "http://127.0.0.999",
                "http://2130706433",
                "http://0x7f.0.0.1",
                "http://[::ffff:127.0.0.1]",
                "http://[::]",
                "http://0.0.0.0"
            })
    void whatIsNoAddressOfAnApiOrNotSafeIsRefused(String typed) {
        assertEquals(Optional.empty(), Origin.of(typed));
    }

    @Test
    void anAddressBeyondTheLongestIsRefused() {
        String host = "https://api.example/";
        assertTrue(Origin.of(host + "a".repeat(480)).isPresent());
        assertEquals(Optional.empty(), Origin.of(host + "a".repeat(481)));
        assertEquals(Optional.empty(), Origin.of("https://" + "a/".repeat(1_000_000)));
    }

    @Test
    void theSamePlaceIsEqualHoweverItWasTyped() {
        Origin one = Origin.of("https://Vault.Example:443/v1/").orElseThrow();
        assertEquals(one, Origin.of("HTTPS://vault.example/v1").orElseThrow());
        assertEquals(
                one.hashCode(),
                Origin.of("HTTPS://vault.example/v1").orElseThrow().hashCode());
        assertNotEquals(one, Origin.of("https://vault.example/V1").orElseThrow());
        assertEquals("vault.example", one.authority());
        assertEquals(
                "vault.example:8200",
                Origin.of("https://VAULT.example:8200/x").orElseThrow().authority());
    }

    @Test
    void aTurkishLocaleChangesNothing() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertEquals("https://identity.example", canonical("HTTPS://IDENTITY.EXAMPLE"));
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void aPathIsPutBehindIt() {
        Origin origin = Origin.of("https://vault.example/base/").orElseThrow();
        assertEquals(
                "https://vault.example/base/v1/a%2Fb?x=%25",
                origin.resolve("/v1/a%2Fb?x=%25").toString());
    }
}
