package dev.lockstep.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * HashiCorp Vault or OpenBao with a key-value engine of version 2 at {@code secret}, one of version 1 at {@code legacy} and the namespace
 * {@code team-a}, which has engines of its own. Trouble that these servers do not have is answered by what they have nearest to it.
 */
public final class KvSimulator extends Simulator {
    /** A token that is accepted, valid for an hour unless it is renewed. */
    public static final String TOKEN = "hvs.practice-token";

    /** A role that can be logged in with. */
    public static final String ROLE_ID = "practice-role";

    /** Belongs to {@link #ROLE_ID}. */
    public static final String SECRET_ID = "practice-secret-id";

    /** Where the engine of version 2 is mounted. */
    public static final String MOUNT = "secret";

    private static final String ROOT = "/v1/";
    private static final String HEALTH = ROOT + "sys/health";
    private static final String LOGIN = ROOT + "auth/approle/login";
    private static final Set<String> NAMESPACES = Set.of("", "team-a");

    private final Map<String, KvEngine> engines = new LinkedHashMap<>();
    private final KvTokens tokens;
    private final KvReplies replies;
    private final Set<KvQuirk> quirks;
    private volatile boolean sealed;

    /**
     * Starts to listen on a free port.
     *
     * @param executor runs the answers
     * @param clock for the times of secrets and tokens
     */
    public KvSimulator(Executor executor, Clock clock, KvQuirk... quirks) throws IOException {
        super(executor);
        this.quirks = Set.of(quirks);
        replies = new KvReplies(this.quirks.contains(KvQuirk.EXTRA_FIELDS));
        tokens = new KvTokens(clock, replies, this.quirks);
        for (String namespace : NAMESPACES) {
            engines.put(namespace, new KvEngine(clock, replies, this.quirks));
        }
    }

    /** Locks the server or unlocks it, as an administrator does. */
    public void seal(boolean locked) {
        sealed = locked;
    }

    /** Makes all tokens invalid, as an administrator does. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** How often was logged in. */
    public int logins() {
        return tokens.logins();
    }

    /** How often a token was renewed. */
    public int renewals() {
        return tokens.renewals();
    }

    /** A server that is locked knows nobody. */
    @Override
    protected Optional<Answered> stranger(Asked asked) {
        String path = asked.path();
        if (!path.startsWith(ROOT) || path.equals(HEALTH)) {
            return Optional.empty();
        }
        if (sealed) {
            return Optional.of(KvReplies.errors(503, "Vault is sealed"));
        }
        if (quirks.contains(KvQuirk.REQUEST_HEADER_REQUIRED)
                && asked.header("X-Vault-Request").filter("true"::equals).isEmpty()) {
            return Optional.of(KvReplies.errors(412, "missing 'X-Vault-Request' header"));
        }
        return path.equals(LOGIN) || tokens.accepts(token(asked)) ? Optional.empty() : Optional.of(invalid());
    }

    @Override
    protected Answered answer(Asked asked) {
        return answer(asked, true);
    }

    private Answered answer(Asked asked, boolean seen) {
        String path = asked.path();
        if (!path.startsWith(ROOT)) {
            return KvReplies.absent();
        }
        return switch (path) {
            case HEALTH -> health();
            case LOGIN -> tokens.logIn(asked);
            default -> known(asked, path.substring(ROOT.length()), token(asked), seen);
        };
    }

    private static String token(Asked asked) {
        String bearer = asked.header("Authorization").orElse("");
        return asked.header("X-Vault-Token").orElse(bearer.startsWith("Bearer ") ? bearer.substring(7) : "");
    }

    private Answered invalid() {
        return quirks.contains(KvQuirk.BAD_TOKEN_UNSAID)
                ? KvReplies.errors(403, "permission denied")
                : KvReplies.errors(403, "2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n");
    }

    private Answered health() {
        if (quirks.contains(KvQuirk.HEALTH_KEPT_BACK)) {
            return new Answered(404, Map.of(), "text/html", new byte[] {'?'});
        }
        boolean standby = quirks.contains(KvQuirk.STANDBY);
        ObjectNode told = KvReplies.object();
        told.put("initialized", true).put("sealed", sealed).put("standby", standby || sealed);
        told.put("version", "1.20.0").put("cluster_name", "practice");
        return KvReplies.plain(sealed ? 503 : standby ? 429 : 200, told);
    }

    private Answered known(Asked asked, String route, String token, boolean seen) {
        if (route.startsWith("auth/token/")) {
            return own(route, token);
        }
        if (route.startsWith("sys/")) {
            return quirks.contains(KvQuirk.SYSTEM_KEPT_BACK) ? KvReplies.denied() : system(asked, route);
        }
        KvEngine engine = engines.get(asked.header("X-Vault-Namespace").orElse(""));
        List<String> parts = List.of(route.split("/", 3));
        if (engine == null || !List.of(MOUNT, "legacy").contains(parts.getFirst())) {
            return KvReplies.noRoute(route);
        }
        if (parts.getFirst().equals("legacy") || parts.size() < 2) {
            return asksForList(asked) ? KvReplies.absent() : KvReplies.unsupported();
        }
        return engine(engine, asked, parts.get(1), parts.size() < 3 ? "" : parts.get(2), seen);
    }

    private Answered own(String route, String token) {
        if (quirks.contains(KvQuirk.NO_DEFAULT_POLICY)) {
            return KvReplies.denied();
        }
        return switch (route) {
            case "auth/token/lookup-self" -> tokens.look(token);
            case "auth/token/renew-self" -> tokens.renew(token);
            case "auth/token/revoke-self" -> {
                tokens.revoke(token);
                yield Answered.empty(204);
            }
            default -> KvReplies.denied();
        };
    }

    private Answered system(Asked asked, String route) {
        if (route.equals("sys/capabilities-self")) {
            ObjectNode data = KvReplies.object();
            Optional<ObjectNode> body = KvReplies.read(asked.body());
            if (body.isPresent() && body.get().get("paths") instanceof ArrayNode paths) {
                for (JsonNode path : paths) {
                    capabilities().forEach(data.putArray(path.asText())::add);
                }
            }
            return replies.data(200, data);
        }
        String mounts = "sys/internal/ui/mounts/";
        if (route.startsWith(mounts) && List.of(MOUNT, "legacy").contains(route.substring(mounts.length()))) {
            boolean second = route.endsWith(MOUNT);
            ObjectNode data = KvReplies.object().put("type", "kv");
            data.putObject("options").put("version", second ? "2" : "1");
            return replies.data(200, data.put("path", route.substring(mounts.length()) + "/"));
        }
        return KvReplies.denied();
    }

    private List<String> capabilities() {
        if (quirks.contains(KvQuirk.READ_ONLY)) {
            return List.of("list", "read");
        }
        return quirks.contains(KvQuirk.WRITE_ONLY)
                ? List.of("create", "update")
                : List.of("create", "delete", "list", "read", "update");
    }

    private Answered engine(KvEngine engine, Asked asked, String branch, String path, boolean seen) {
        if (!isAllowed(asked, branch)) {
            return quirks.contains(KvQuirk.UNSEEN_IS_ABSENT) ? KvReplies.absent() : KvReplies.denied();
        }
        if (path.contains("..") || path.endsWith(".")) {
            return KvReplies.errors(400, "the path has a relative part or ends with a period");
        }
        if (branch.equals("metadata") && asksForList(asked)) {
            return engine.list(asked, path.isEmpty() || path.endsWith("/") ? path : path + "/", seen);
        }
        return switch (branch) {
            case "data" -> engine.data(asked, path);
            case "delete", "undelete", "destroy" -> engine.versions(asked, branch, path);
            case "metadata" -> engine.metadata(asked, path);
            default -> KvReplies.unsupported();
        };
    }

    private boolean isAllowed(Asked asked, String branch) {
        boolean reads = asked.method().equals("GET") || asked.method().equals("LIST");
        boolean metadata = branch.equals("metadata") && !asksForList(asked);
        return !((quirks.contains(KvQuirk.READ_ONLY) && !reads)
                || (quirks.contains(KvQuirk.WRITE_ONLY) && reads)
                || (quirks.contains(KvQuirk.METADATA_KEPT_BACK) && metadata));
    }

    @Override
    protected boolean asksForList(Asked asked) {
        return asked.method().equals("LIST") || "true".equals(asked.query().get("list"));
    }

    @Override
    protected Answered list(Asked asked, Disturbance disturbance) {
        return disturbance == Disturbance.EMPTY_LISTING ? KvReplies.absent() : answer(asked, false);
    }

    @Override
    protected Answered disturbed(Asked asked, Disturbance disturbance) {
        return switch (disturbance) {
            case UNAUTHORIZED -> {
                tokens.revoke(token(asked));
                yield invalid();
            }
            case FORBIDDEN -> KvReplies.denied();
            case CONFLICT -> KvEngine.mismatch();
            case UNPROCESSABLE -> KvReplies.errors(400, "error parsing check-and-set parameter");
            case UNPROCESSABLE_OTHERWISE -> KvReplies.errors(400, "check-and-set parameter required for this call");
            case UPGRADE_REQUIRED -> KvReplies.unsupported();
            case TOO_MANY ->
                KvReplies.errors(429, "request path \"" + MOUNT + "\": rate limit quota exceeded")
                        .with("Retry-After", "1");
            case INTERNAL_ERROR -> KvReplies.errors(500, "internal error");
            case BAD_GATEWAY -> KvReplies.errors(502, "bad gateway");
            case SERVICE_UNAVAILABLE -> KvReplies.errors(503, "Vault is sealed");
            case GATEWAY_TIMEOUT -> KvReplies.errors(504, "gateway timeout");
            default -> KvReplies.errors(500, "internal error");
        };
    }
}
