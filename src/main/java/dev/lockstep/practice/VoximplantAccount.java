package dev.lockstep.practice;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The service account of a simulator, with a key pair of its own, and what the vendor's guide on authorization says of its tokens. */
final class VoximplantAccount {
    static final long ID = 1_234_567;

    private static final String KEY_ID = "ab98c70e-573e-4446-9af9-105269dfafca";
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final KeyPair keys;
    private final Clock clock;

    VoximplantAccount(Clock clock) {
        this.clock = clock;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A {@code credentials.json}, to be wiped by the caller. */
    byte[] credentials() {
        String key = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(keys.getPrivate().getEncoded());
        return JsonNodeFactory.instance
                .objectNode()
                .put("account_id", ID)
                .put("key_id", KEY_ID)
                .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Why a header {@code Authorization} is not accepted; empty if it is. */
    Optional<VoximplantFault> refusal(Optional<String> header) {
        if (header.isEmpty() || !header.get().startsWith("Bearer ")) {
            return Optional.of(VoximplantFault.AUTHORIZATION_FAILED);
        }
        DecodedJWT token;
        try {
            token = JWT.decode(header.get().substring("Bearer ".length()));
        } catch (JWTDecodeException e) {
            return Optional.of(VoximplantFault.TOKEN_FORMAT);
        }
        if (!"RS256".equals(token.getAlgorithm()) || !"JWT".equals(token.getType()) || !hasTimes(token)) {
            return Optional.of(VoximplantFault.TOKEN_FORMAT);
        }
        return isSigned(token) && KEY_ID.equals(token.getKeyId()) && isFromAccount(token)
                ? untimely(token.getIssuedAtAsInstant(), token.getExpiresAtAsInstant())
                : Optional.of(VoximplantFault.AUTHORIZATION_FAILED);
    }

    private static boolean hasTimes(DecodedJWT token) {
        return token.getIssuedAtAsInstant() != null && token.getExpiresAtAsInstant() != null;
    }

    private boolean isSigned(DecodedJWT token) {
        try {
            Algorithm.RSA256((RSAPublicKey) keys.getPublic()).verify(token);
            return true;
        } catch (SignatureVerificationException e) {
            return false;
        }
    }

    /** A number in the vendor's guide, a text in its Java client. */
    private static boolean isFromAccount(DecodedJWT token) {
        Claim issuer = token.getClaim("iss");
        Long number = issuer.asLong();
        return number != null ? number == ID : Long.toString(ID).equals(issuer.asString());
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
