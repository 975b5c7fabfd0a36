package dev.lockstep.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The service account of a simulator, with a key pair of its own, and what the vendor's guide on authorization says of its tokens. */
final class VoximplantAccount {
    static final long ID = 1_234_567;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";
    private static final String KEY_ID = "ab98c70e-573e-4446-9af9-105269dfafca";
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final KeyPair keys;
    private final Clock clock;

    VoximplantAccount(Clock clock, KeyPair keys) {
        this.clock = clock;
        this.keys = keys;
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A {@code credentials.json}, to be wiped by the caller. */
    byte[] credentials() {
        String key = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(keys.getPrivate().getEncoded());
        return JSON.createObjectNode()
                .put("account_id", ID)
                .put("key_id", KEY_ID)
                .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Why a header {@code Authorization} is not accepted; empty if it is. */
    Optional<VoximplantFault> refusal(Optional<String> header) {
        if (header.isEmpty() || !header.get().startsWith(BEARER)) {
            return Optional.of(VoximplantFault.AUTHORIZATION_FAILED);
        }
        String[] parts = header.get().substring(BEARER.length()).split("\\.", -1);
        Optional<JsonNode> head = object(parts[0]);
        Optional<JsonNode> claims = parts.length == 3 ? object(parts[1]) : Optional.empty();
        if (head.isEmpty() || claims.isEmpty() || !isOfTheKind(head.get()) || !hasTimes(claims.get())) {
            return Optional.of(VoximplantFault.TOKEN_FORMAT);
        }
        return isSigned(parts) && isFromAccount(head.get(), claims.get())
                ? untimely(time(claims.get(), "iat"), time(claims.get(), "exp"))
                : Optional.of(VoximplantFault.AUTHORIZATION_FAILED);
    }

    /** RFC 7515, 3.1: base64url of a JSON object. */
    private static Optional<JsonNode> object(String part) {
        try {
            return Optional.of(JSON.readTree(Base64.getUrlDecoder().decode(part)))
                    .filter(JsonNode::isObject);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfTheKind(JsonNode head) {
        return head.path("alg").asText().equals("RS256")
                && head.path("typ").asText().equals("JWT");
    }

    private static boolean hasTimes(JsonNode claims) {
        return claims.path("iat").canConvertToLong() && claims.path("exp").canConvertToLong();
    }

    private static Instant time(JsonNode claims, String name) {
        return Instant.ofEpochSecond(claims.path(name).asLong());
    }

    /** RFC 7518, 3.3: RSASSA-PKCS1-v1_5 over the first two parts and the dot between. */
    private boolean isSigned(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The account is a number in the vendor's guide and a text in its Java client. */
    private static boolean isFromAccount(JsonNode head, JsonNode claims) {
        return head.path("kid").asText().equals(KEY_ID)
                && claims.path("iss").asText().equals(Long.toString(ID));
    }

    private Optional<VoximplantFault> untimely(Instant issued, Instant expires) {
        Instant now = clock.instant();
        if (issued.isAfter(now.plus(TOLERANCE))) {
            return Optional.of(VoximplantFault.TOKEN_FROM_THE_FUTURE);
        }
        if (!expires.isAfter(now)) {
            return Optional.of(VoximplantFault.TOKEN_EXPIRED);
        }
        return Duration.between(issued, expires).compareTo(LONGEST) > 0
                ? Optional.of(VoximplantFault.TOKEN_TOO_LONG)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(ID);
    }
}
