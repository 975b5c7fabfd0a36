package dev.lockstep.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan as one JSON object in ASCII, for programs.
 *
 * <pre>
 * format "lockstep-plan" | version 1 | digest | summary: number by operation | banners: remote, kind
 * | rows: remote, secret, there, operation, reason, state, ticked, warnings
 * </pre>
 *
 * Kinds, operations, reasons and states are the names that they have in the program.
 */
final class PlanJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Plan plan;
    private final PlanWording words;

    PlanJson(Plan plan, PlanWording words) {
        this.plan = plan;
        this.words = words;
    }

    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format", "lockstep-plan");
            json.writeNumberField("version", 1);
            json.writeStringField("digest", plan.digest().text());
            json.writeObjectFieldStart("summary");
            for (Map.Entry<Operation, Integer> count : new TreeMap<>(plan.summary()).entrySet()) {
                json.writeNumberField(count.getKey().name(), count.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("banners");
            for (Banner banner : plan.banners()) {
                write(json, banner);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (Row row : plan.rows()) {
                write(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void write(JsonGenerator json, Banner banner) throws IOException {
        json.writeStartObject();
        json.writeStringField("remote", words.remote(banner.remote()));
        json.writeStringField("kind", kind(banner));
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("remote", words.remote(row.key().remote()));
        json.writeStringField("secret", row.name());
        json.writeStringField("there", row.key().there());
        json.writeStringField("operation", row.operation().name());
        json.writeStringField("reason", kind(row.reason()));
        json.writeStringField("state", kind(row.state()));
        json.writeBooleanField("ticked", row.ticked());
        json.writeArrayFieldStart("warnings");
        for (Object warning : row.warnings()) {
            json.writeString(kind(warning));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String kind(Object data) {
        return data.getClass().getSimpleName();
    }
}
