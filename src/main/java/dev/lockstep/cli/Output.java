package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.lockstep.words.Legible;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Standard output for everything but values: lines for a reader, or JSON. UTF-8 whatever the locale. */
final class Output {
    private final boolean toTerminal;
    private final boolean json;
    private final Writer writer;

    Output(Terminal terminal, boolean json) {
        this.toTerminal = terminal.outputIsTerminal();
        this.json = json;
        this.writer = new BufferedWriter(new OutputStreamWriter(terminal.output(), StandardCharsets.UTF_8));
    }

    /** Whether JSON is wanted instead of lines. */
    boolean isJson() {
        return json;
    }

    /** Writes one line. On a terminal whatever could steer it, or cannot be seen, is written out. */
    void line(String text) throws IOException {
        writer.write(toTerminal ? Legible.lines(text) : text);
        writer.write('\n');
    }

    /** Writes one line of several parts with tabs between them. */
    void row(Object... parts) throws IOException {
        StringJoiner row = new StringJoiner("\t");
        for (Object part : parts) {
            row.add(shown(part.toString()));
        }
        line(row.toString());
    }

    /** A name as it may stand in a line: as it is, but on a terminal legible. */
    String shown(String name) {
        return toTerminal ? Legible.line(name) : name;
    }

    /** Writes one JSON object that is an array. */
    <T> void array(String name, List<T> items, Item<T> members) throws IOException {
        object(json -> array(json, name, items, members));
    }

    /** Writes an array of objects as a member. */
    static <T> void array(JsonGenerator json, String name, List<T> items, Item<T> members) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            json.writeStartObject();
            members.write(json, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes whole lines as they are. */
    void lines(String lines) throws IOException {
        writer.write(lines);
    }

    /** Writes an array of texts as a member. */
    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Writes a text as a member, or null. */
    static void text(JsonGenerator json, String name, Optional<?> text) throws IOException {
        json.writeStringField(name, text.map(Object::toString).orElse(null));
    }

    /** Writes one JSON object. */
    void object(Members members) throws IOException {
        try (JsonGenerator generator = new JsonFactory()
                .createGenerator(writer)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new DefaultPrettyPrinter())) {
            generator.writeStartObject();
            members.write(generator);
            generator.writeEndObject();
        }
        writer.write('\n');
    }

    void flush() throws IOException {
        writer.flush();
    }

    /** Writes the members of an object about an item. */
    @FunctionalInterface
    interface Item<T> {
        void write(JsonGenerator json, T item) throws IOException;
    }

    /** Writes the members of an object. */
    @FunctionalInterface
    interface Members {
        void write(JsonGenerator json) throws IOException;
    }
}
