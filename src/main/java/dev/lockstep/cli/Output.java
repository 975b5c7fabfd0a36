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

/** Standard output for everything but values: lines for a reader, or JSON. UTF-8 whatever the locale. */
final class Output {
    private final Terminal terminal;
    private final boolean json;
    private final Writer writer;

    Output(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
        this.writer = new BufferedWriter(new OutputStreamWriter(terminal.output(), StandardCharsets.UTF_8));
    }

    /** Whether JSON is wanted instead of lines. */
    boolean isJson() {
        return json;
    }

    /** Writes one line. On a terminal whatever could steer it, or cannot be seen, is written out. */
    void line(String text) throws IOException {
        writer.write(terminal.outputIsTerminal() ? Legible.lines(text) : text);
        writer.write('\n');
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

    /** Writes the members of an object. */
    @FunctionalInterface
    interface Members {
        void write(JsonGenerator json) throws IOException;
    }
}
