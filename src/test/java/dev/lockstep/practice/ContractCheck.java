package dev.lockstep.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Checks every request to a simulator and every answer of it against the vendor's strict OpenAPI contract. */
public final class ContractCheck implements BiConsumer<Asked, Answered> {
    private final OpenApiInteractionValidator validator;
    private final ConcurrentLinkedQueue<String> breaches = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looked = new AtomicInteger();

    private ContractCheck(OpenApiInteractionValidator validator) {
        this.validator = validator;
    }

    /**
     * The contract of a file in {@code contracts}.
     *
     * @param base path that the addresses of the contract begin with and the simulator's do not; usually empty
     */
    public static ContractCheck of(String file, String base) {
        return new ContractCheck(OpenApiInteractionValidator.createFor("/contracts/" + file)
                .withBasePathOverride(base)
                .build());
    }

    @Override
    public void accept(Asked asked, Answered answered) {
        looked.incrementAndGet();
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
