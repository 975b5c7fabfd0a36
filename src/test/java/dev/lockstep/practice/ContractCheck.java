package dev.lockstep.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks every request to a simulator and every answer of it against the vendor's strict OpenAPI contract. */
public final class ContractCheck implements BiConsumer<Asked, Answered> {
    private final OpenApiInteractionValidator validator;
    private final Pattern paths;
    private final ConcurrentLinkedQueue<String> breaches = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looked = new AtomicInteger();

    private ContractCheck(OpenApiInteractionValidator validator, Pattern paths) {
        this.validator = validator;
        this.paths = paths;
    }

    /**
     * The contract of a file in {@code contracts}.
     *
     * @param base path that the addresses of the contract begin with and the simulator's do not; usually empty
     */
    public static ContractCheck of(String file, String base) {
        String contract = "/contracts/" + file;
        String paths = new OpenAPIV3Parser()
                .read(contract).getPaths().keySet().stream()
                        .map(path -> Pattern.quote(base + path).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q"))
                        .collect(Collectors.joining("|"));
        return new ContractCheck(
                OpenApiInteractionValidator.createFor(contract)
                        .withBasePathOverride(base)
                        .build(),
                Pattern.compile(paths));
    }

    @Override
    public void accept(Asked asked, Answered answered) {
        looked.incrementAndGet();
        requireSlashes(asked);
        SimpleRequest.Builder request = new SimpleRequest.Builder(Request.Method.valueOf(asked.method()), asked.path());
        asked.query().forEach(request::withQueryParam);
        asked.headers().forEach(request::withHeader);
        if (asked.body().length > 0) {
            request.withBody(asked.body());
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answered.status());
        answered.headers().forEach(response::withHeader);
        if (answered.body().length > 0) {
            response.withContentType(answered.type()).withBody(answered.body());
        }
        ValidationReport report = validator.validate(request.build(), response.build());
        for (ValidationReport.Message message : report.getMessages()) {
            if (message.getLevel() == ValidationReport.Level.ERROR && !isGuess(asked, message)) {
                breaches.add(
                        asked.method() + " " + asked.path() + " " + answered.status() + ": " + message.getMessage());
            }
        }
    }

    /** The validator takes a path with a slash at its end for the same path without it, which some vendors do not. */
    private void requireSlashes(Asked asked) {
        if (!paths.matcher(asked.target().getRawPath()).matches()) {
            breaches.add(asked.method() + " " + asked.path() + ": no path of the contract is written so");
        }
    }

    /** A form has no types: the validator takes a text of digits for a number, also where the contract has a text. */
    private static boolean isGuess(Asked asked, ValidationReport.Message message) {
        return asked.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")
                && message.getKey().startsWith("validation.request.body")
                && message.getMessage().matches("(integer|number|boolean|null) found, string expected");
    }

    /** Makes sure that something was looked at and nothing was found. */
    public void requireClean() {
        assertTrue(looked.get() > 0, "no request was looked at");
        assertEquals(List.of(), List.copyOf(breaches));
    }

    /** What was found so far. */
    public List<String> breaches() {
        return List.copyOf(breaches);
    }
}
