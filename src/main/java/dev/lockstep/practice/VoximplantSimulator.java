package dev.lockstep.practice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.practice.VoximplantSecrets.FaultException;
import dev.lockstep.practice.VoximplantSecrets.Kept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Voximplant's API of secrets, with one account that has one application. */
public final class VoximplantSimulator extends Simulator {
    /** Its one application, by number. */
    public static final long APPLICATION_ID = 4711;

    /** Its one application, by name. */
    public static final String APPLICATION_NAME = "practice.lockstep.voximplant.com";

    private static final String BASE = "/platform_api";
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_COUNT = 50;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Set<VoximplantQuirk> quirks;
    private final VoximplantAccount account;
    private final VoximplantSecrets secrets;

    /**
     * Starts to listen on a free port, with an account whose keys are new.
     *
     * @param executor runs the answers
     * @param clock for tokens and times
     */
    public VoximplantSimulator(Executor executor, Clock clock, Set<VoximplantQuirk> quirks) throws IOException {
        this(executor, clock, quirks, VoximplantAccount.newKeys());
    }

    /**
     * Starts to listen on a free port.
     *
     * @param keys RSA keys of the service account
     */
    public VoximplantSimulator(Executor executor, Clock clock, Set<VoximplantQuirk> quirks, KeyPair keys)
            throws IOException {
        super(executor);
        this.quirks = Set.copyOf(quirks);
        account = new VoximplantAccount(clock, keys);
        secrets = new VoximplantSecrets(clock, this.quirks);
    }

    /** Where the API is, for example {@code http://127.0.0.1:40123/platform_api}. */
    @Override
    public String address() {
        return super.address() + BASE;
    }

    /** A {@code credentials.json} that is accepted here, in UTF-8, to be wiped by the caller. */
    public byte[] credentials() {
        return account.credentials();
    }

    @Override
    protected boolean asksForList(Asked asked) {
        return asked.path().equals(BASE + "/GetSecrets");
    }

    @Override
    protected Optional<Answered> stranger(Asked asked) {
        return account.refusal(asked.header("Authorization")).map(this::fault);
    }

    @Override
    protected Answered answer(Asked asked) {
        Map<String, String> parameters = parameters(asked);
        try {
            requireApplication(parameters);
            return json(result(asked, parameters));
        } catch (FaultException e) {
            return e.fault() == VoximplantFault.TOO_LONG && quirks.contains(VoximplantQuirk.VALUE_IS_QUOTED)
                    ? fault(e.fault(), "'" + parameters.get("secret_value") + "' is too long")
                    : fault(e.fault());
        }
    }

    private Map<String, String> parameters(Asked asked) {
        Map<String, String> all = new LinkedHashMap<>();
        if (!quirks.contains(VoximplantQuirk.FORM_ALONE)) {
            all.putAll(asked.query());
        }
        boolean form = asked.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
        if (form && !quirks.contains(VoximplantQuirk.QUERY_ALONE)) {
            all.putAll(asked.form());
        }
        return all;
    }

    private static void requireApplication(Map<String, String> parameters) throws FaultException {
        String id = parameters.get("application_id");
        String name = parameters.get("application_name");
        if (id == null && name == null) {
            throw new FaultException(VoximplantFault.EMPTY_PARAMETER);
        }
        if (id != null && !id.equals(Long.toString(APPLICATION_ID))) {
            throw new FaultException(VoximplantFault.INVALID_APPLICATION_ID);
        }
        if (name != null && !name.equals(APPLICATION_NAME)) {
            throw new FaultException(VoximplantFault.INVALID_APPLICATION_NAME);
        }
    }

    private ObjectNode result(Asked asked, Map<String, String> parameters) throws FaultException {
        if (!asked.method().equals("POST") || !asked.path().startsWith(BASE + "/")) {
            throw new FaultException(VoximplantFault.UNKNOWN_COMMAND);
        }
        ObjectNode answer = JSON.objectNode();
        switch (asked.path().substring(BASE.length() + 1)) {
            case "AddSecret" ->
                one(
                        answer,
                        JSON.objectNode()
                                .put("secret_id", secrets.add(parameters).id()));
            case "GetSecrets" -> list(answer, parameters, secrets.all());
            case "GetSecretValue" -> value(answer, parameters);
            case "SetSecretInfo" -> {
                secrets.change(parameters);
                answer.put("result", 1);
            }
            case "DelSecret" -> {
                secrets.delete(parameters);
                answer.put("result", 1);
            }
            default -> throw new FaultException(VoximplantFault.UNKNOWN_COMMAND);
        }
        return answer;
    }

    private void one(ObjectNode answer, ObjectNode result) {
        answer.set(
                "result",
                quirks.contains(VoximplantQuirk.RESULT_IN_ARRAY)
                        ? JSON.arrayNode().add(result)
                        : result);
    }

    private void value(ObjectNode answer, Map<String, String> parameters) throws FaultException {
        try {
            Kept kept = secrets.find(parameters);
            ObjectNode result = quirks.contains(VoximplantQuirk.VALUE_ALONE)
                    ? JSON.objectNode().put("secret_id", kept.id())
                    : metadata(kept);
            one(answer, result.put("secret_value", kept.value()));
        } catch (FaultException e) {
            if (!quirks.contains(VoximplantQuirk.UNKNOWN_IS_EMPTY_RESULT)) {
                throw e;
            }
            answer.set("result", JSON.arrayNode());
        }
    }

    private void list(ObjectNode answer, Map<String, String> parameters, List<Kept> all) throws FaultException {
        int count = number(parameters, "count", USUAL_PAGE);
        if (quirks.contains(VoximplantQuirk.LARGE_COUNT_IS_REFUSED) && count > LARGEST_COUNT) {
            throw new FaultException(VoximplantFault.INVALID_COUNT);
        }
        int most = quirks.contains(VoximplantQuirk.PAGES_OF_TWENTY) ? Math.min(count, USUAL_PAGE) : count;
        String part = parameters.getOrDefault("secret_name_part", "");
        List<Kept> found = all.stream().filter(kept -> has(kept.name(), part)).toList();
        ArrayNode result = JSON.arrayNode();
        found.stream().skip(number(parameters, "offset", 0)).limit(most).forEach(kept -> result.add(metadata(kept)));
        answer.set("result", result);
        answer.put("count", result.size());
        if (!quirks.contains(VoximplantQuirk.NO_TOTAL)) {
            answer.put("total_count", found.size());
        }
    }

    private boolean has(String name, String part) {
        boolean ignoring = quirks.contains(VoximplantQuirk.CASE_IS_IGNORED);
        return ignoring ? name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)) : name.contains(part);
    }

    private static int number(Map<String, String> parameters, String name, int otherwise) throws FaultException {
        String text = parameters.getOrDefault(name, Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw new FaultException(VoximplantFault.INVALID_ARGUMENTS);
        }
        return Integer.parseInt(text);
    }

    private ObjectNode metadata(Kept kept) {
        ObjectNode node = JSON.objectNode().put("secret_id", kept.id()).put("secret_name", kept.name());
        if (kept.description().isPresent()) {
            node.put("description", kept.description().get());
        } else if (quirks.contains(VoximplantQuirk.DESCRIPTION_IS_NULL)) {
            node.putNull("description");
        } else if (!quirks.contains(VoximplantQuirk.DESCRIPTION_IS_LEFT_OUT)) {
            node.put("description", "");
        }
        if (!quirks.contains(VoximplantQuirk.NO_TIMES)) {
            node.put("created", time(kept.created())).put("modified", time(kept.modified()));
        }
        if (quirks.contains(VoximplantQuirk.MORE_FIELDS)) {
            node.put("owner", "nobody")
                    .set("tags", JSON.arrayNode().add(JSON.objectNode().put("a", 1)));
        }
        return node;
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    @Override
    protected Answered list(Asked asked, Disturbance disturbance) {
        List<Kept> all = secrets.all();
        List<Kept> shown =
                disturbance == Disturbance.EMPTY_LISTING || all.isEmpty() ? List.of() : all.subList(0, all.size() - 1);
        ObjectNode answer = JSON.objectNode();
        Map<String, String> parameters = parameters(asked);
        try {
            requireApplication(parameters);
            list(answer, parameters, shown);
            return json(answer);
        } catch (FaultException e) {
            return fault(e.fault());
        }
    }

    @Override
    protected Answered disturbed(Asked asked, Disturbance disturbance) {
        return switch (disturbance) {
            case UNAUTHORIZED -> fault(VoximplantFault.AUTHORIZATION_FAILED);
            case FORBIDDEN -> fault(VoximplantFault.FORBIDDEN_COMMAND);
            case CONFLICT -> fault(VoximplantFault.NOT_UNIQUE);
            case UNPROCESSABLE -> fault(VoximplantFault.INVALID_ARGUMENTS);
            case UNPROCESSABLE_OTHERWISE -> fault(VoximplantFault.INVALID_NAME);
            case UPGRADE_REQUIRED -> fault(VoximplantFault.UPGRADE_REQUIRED);
            case TOO_MANY -> fault(VoximplantFault.RATE_LIMIT).with("Retry-After", "1");
            case INTERNAL_ERROR -> fault(VoximplantFault.INTERNAL);
            case BAD_GATEWAY -> gateway(502);
            case SERVICE_UNAVAILABLE -> gateway(503);
            case GATEWAY_TIMEOUT -> gateway(504);
            default -> answer(asked);
        };
    }

    private static Answered gateway(int status) {
        return new Answered(
                status, Map.of(), "text/html", "<html><title>Gateway</title>".getBytes(StandardCharsets.UTF_8));
    }

    private Answered fault(VoximplantFault fault) {
        return fault(fault, fault.told);
    }

    private Answered fault(VoximplantFault fault, String told) {
        ObjectNode answer = JSON.objectNode();
        answer.set("error", JSON.objectNode().put("code", fault.code).put("msg", told));
        return Answered.json(
                quirks.contains(VoximplantQuirk.ERRORS_WITH_STATUS) ? fault.status : 200, answer.toString());
    }

    private Answered json(ObjectNode answer) {
        if (quirks.contains(VoximplantQuirk.MORE_FIELDS)) {
            answer.put("api_version", "2").putNull("error");
        }
        return Answered.json(200, answer.toString());
    }

    /** The address alone: the secrets are others'. */
    @Override
    public String toString() {
        return address();
    }
}
