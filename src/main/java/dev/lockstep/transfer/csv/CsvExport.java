package dev.lockstep.transfer.csv;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.CsvText;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportItem;
import dev.lockstep.transfer.export.ExportItems;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Output;
import dev.lockstep.transfer.export.Refusal.Reason;
import dev.lockstep.transfer.export.Room;
import dev.lockstep.transfer.export.Screening;
import dev.lockstep.transfer.export.SecretOutput;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of comma-separated values (RFC 4180), UTF-8, with a heading that {@link CsvFormat} knows for ours. An apostrophe stands in front of what
 * a spreadsheet could take for a formula; the reader takes it away again. Tags are separated by line feeds, and the day by which a new value is
 * due is as in ISO 8601.
 */
public final class CsvExport implements ExportFormat {
    private static final String HEADING = CsvHeading.OWN.stream().collect(Collectors.joining("\",\"", "\"", "\"\r\n"));

    /** A writer without state. */
    public CsvExport() {}

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String ending() {
        return ".csv";
    }

    @Override
    public boolean holdsValues() {
        return true;
    }

    @Override
    public Set<Detail> keeps() {
        return EnumSet.of(Detail.DESCRIPTION, Detail.TAGS, Detail.ROTATE_BY);
    }

    @Override
    public Screening screening() {
        Set<String> names = new HashSet<>();
        Room room = new Room(CsvFormat.MAX_SIZE - HEADING.length(), CsvExport::row);
        return item -> {
            if (!names.add(item.name())) {
                return Optional.of(Reason.NAME_TWICE);
            }
            if (item.details().tags().stream().anyMatch(tag -> tag.indexOf('\n') >= 0)) {
                return Optional.of(Reason.TAG_WITH_LINE_END);
            }
            if (!item.value().use(Encoding::isUtf8)) {
                return Optional.of(Reason.NOT_TEXT);
            }
            return room.takes(item) ? Optional.empty() : Optional.of(Reason.NO_ROOM);
        };
    }

    @Override
    public void write(ExportItems items, WritableByteChannel out, ExportOptions options)
            throws IOException, VaultException, InterruptedException {
        try (SecretOutput output = new SecretOutput(out)) {
            output.text(HEADING);
            items.<IOException>each(item -> row(item, output));
            output.flush();
        }
    }

    private static void row(ExportItem item, Output output) throws IOException {
        text(item.name(), output);
        output.put(',');
        value(item.value(), output);
        output.put(',');
        text(item.details().description(), output);
        output.put(',');
        text(String.join("\n", item.details().tags()), output);
        output.put(',');
        text(item.details().rotateBy().map(LocalDate::toString).orElse(""), output);
        output.text("\r\n");
    }

    private static void text(String text, Output output) throws IOException {
        cell(CsvText.guarded(text.getBytes(StandardCharsets.UTF_8)), output);
    }

    private static void value(SecretValue value, Output output) throws IOException {
        byte[] safe = value.use(CsvText::guarded);
        try {
            cell(safe, output);
        } finally {
            Arrays.fill(safe, (byte) 0);
        }
    }

    private static void cell(byte[] safe, Output output) throws IOException {
        output.put('"');
        for (byte octet : safe) {
            if (octet == '"') {
                output.put('"');
            }
            output.put(octet);
        }
        output.put('"');
    }
}
