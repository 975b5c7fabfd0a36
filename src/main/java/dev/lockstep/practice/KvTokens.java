package dev.lockstep.practice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tokens that a server knows: one that is given, and those of logins. */
final class KvTokens {
    private static final long LEASE = 3600;
    private static final int MOST_RENEWALS = 20;

    private final Map<String, Token> tokens = new HashMap<>();
    private final Clock clock;
    private final KvReplies replies;
    private final Set<KvQuirk> quirks;
    private int logins;
    private int renewals;

    private static final class Token {
        private final String name;
        private final boolean renewable;
        private Optional<Instant> end;
        private int renewals;

        private Token(String name, boolean renewable, Optional<Instant> end) {
            this.name = name;
            this.renewable = renewable;
            this.end = end;
        }
    }

    KvTokens(Clock clock, KvReplies replies, Set<KvQuirk> quirks) {
        this.clock = clock;
        this.replies = replies;
        this.quirks = quirks;
        tokens.put(KvSimulator.TOKEN, new Token("token-practice", true, Optional.of(now().plusSeconds(LEASE))));
    }

    private Instant now() {
        return clock.instant();
    }

    synchronized boolean accepts(String token) {
        Token known = tokens.get(token);
        return known != null && known.end.filter(end -> !end.isAfter(now())).isEmpty();
    }

    synchronized void revokeAll() {
        tokens.clear();
    }

    synchronized void revoke(String token) {
        tokens.remove(token);
    }

    synchronized int logins() {
        return logins;
    }

    synchronized int renewals() {
        return renewals;
    }

    synchronized Answered logIn(Asked asked) {
        Optional<ObjectNode> body = KvReplies.read(asked.body());
        boolean right = body.isPresent()
                && body.get().path("role_id").asText().equals(KvSimulator.ROLE_ID)
                && (quirks.contains(KvQuirk.NO_SECRET_ID)
                        || body.get().path("secret_id").asText().equals(KvSimulator.SECRET_ID));
        if (!right) {
            return quirks.contains(KvQuirk.LOGIN_FORBIDDEN)
                    ? KvReplies.denied()
                    : KvReplies.errors(400, "invalid role or secret ID");
        }
        boolean renewable = !quirks.contains(KvQuirk.NOT_RENEWABLE);
        String token = "hvs.practice-login-" + ++logins;
        Token made = new Token("approle", renewable, Optional.of(now().plusSeconds(LEASE)));
        tokens.put(token, made);
        return replies.auth(auth(token, LEASE, renewable));
    }

    private static ObjectNode auth(String token, long seconds, boolean renewable) {
        ObjectNode auth = KvReplies.object();
        auth.put("client_token", token).put("accessor", "practice");
        auth.putArray("policies").add("default").add("practice");
        auth.put("lease_duration", seconds).put("renewable", renewable).put("token_type", "service");
        return auth;
    }

    synchronized Answered renew(String token) {
        Token known = tokens.get(token);
        if (known == null || !known.renewable) {
            return KvReplies.errors(400, "lease is not renewable");
        }
        renewals++;
        long seconds = ++known.renewals > MOST_RENEWALS ? 60 : LEASE;
        known.end = Optional.of(now().plusSeconds(seconds));
        return replies.auth(auth(token, seconds, true));
    }

    synchronized Answered look(String token) {
        Token known = tokens.get(token);
        ObjectNode data = KvReplies.object();
        if (known != null) {
            long ttl = known.end
                    .map(end -> end.getEpochSecond() - now().getEpochSecond())
                    .orElse(0L);
            data.put("display_name", known.name).put("id", token).put("ttl", ttl);
            data.put("renewable", known.renewable).put("type", "service").put("path", "auth/token/create");
        }
        return replies.data(200, data);
    }
}
