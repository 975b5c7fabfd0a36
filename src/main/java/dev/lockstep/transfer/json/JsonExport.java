package dev.lockstep.transfer.json;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.export.ExportItem;
import dev.lockstep.transfer.export.Output;
import dev.lockstep.vault.SecretDetails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Writes secrets as JSON, one in each line; the package tells the format. {@link JsonFormat} reads the same names, bytes, descriptions, tags and
 * dates from it.
 */
final class JsonExport {
    private static final String HEAD = "{\"%s\":\"%s\",\"%s\":%d,\"%s\":["
            .formatted(OwnJson.MARK, OwnJson.SECRETS, OwnJson.VERSION_NAME, OwnJson.VERSION, OwnJson.SECRETS);
    private static final String SEPARATOR = ",";
    private static final String TAIL = "\n]}\n";

    /** How many bytes there are besides those of the secrets and of one separator behind each. */
    static final int AROUND = HEAD.length() + TAIL.length() - SEPARATOR.length();

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Output out;
    private boolean any;

    /** Nothing is written before the first secret, or {@link #finish}. */
    JsonExport(Output out) {
        this.out = out;
    }

    /** Writes the next secret. */
    void add(ExportItem item) throws IOException {
        out.text(any ? SEPARATOR : HEAD);
        any = true;
        secret(item);
    }

    /** Writes one secret with a separator, for its size. */
    static void measure(ExportItem item, Output out) throws IOException {
        out.text(SEPARATOR);
        new JsonExport(out).secret(item);
    }

    private void secret(ExportItem item) throws IOException {
        SecretDetails details = item.details();
        out.text("\n{");
        name(OwnSecret.COLLECTION);
        quoted(item.collection().title());
        out.put(',');
        name(OwnSecret.NAME);
        quoted(details.name());
        out.put(',');
        value(item.value());
        if (!details.description().isEmpty()) {
            out.put(',');
            name(OwnSecret.DESCRIPTION);
            quoted(details.description());
        }
        if (!details.tags().isEmpty()) {
            out.put(',');
            tags(details);
        }
        if (details.rotateBy().isPresent()) {
            out.put(',');
            name(OwnSecret.ROTATE_BY);
            quoted(details.rotateBy().get().toString());
        }
        out.put('}');
    }

    private void value(SecretValue value) throws IOException {
        byte[] bytes = value.exposed();
        byte[] base64 = {};
        try {
            if (Encoding.isUtf8(bytes)) {
                name(OwnSecret.VALUE);
                quoted(bytes);
            } else {
                base64 = Base64.getEncoder().encode(bytes);
                name(OwnSecret.VALUE_BASE64);
                quoted(base64);
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(base64, (byte) 0);
        }
    }

    private void tags(SecretDetails details) throws IOException {
        name(OwnSecret.TAGS);
        char before = '[';
        for (String tag : details.tags()) {
            out.put(before);
            quoted(tag);
            before = ',';
        }
        out.put(']');
    }

    /** Writes the end. */
    void finish() throws IOException {
        out.text(any ? TAIL : HEAD + TAIL);
    }

    private void name(String name) throws IOException {
        quoted(name);
        out.put(':');
    }

    private void quoted(String text) throws IOException {
        quoted(text.getBytes(StandardCharsets.UTF_8));
    }

    private void quoted(byte[] utf8) throws IOException {
        out.put('"');
        for (byte octet : utf8) {
            if (octet == '"' || octet == '\\') {
                out.put('\\');
                out.put(octet);
            } else if (octet >= 0 && octet < ' ') {
                out.text("\\u00");
                out.put(HEX[octet >> 4]);
                out.put(HEX[octet & 15]);
            } else {
                out.put(octet);
            }
        }
        out.put('"');
    }
}
