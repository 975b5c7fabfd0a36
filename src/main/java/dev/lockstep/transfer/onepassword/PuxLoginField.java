package dev.lockstep.transfer.onepassword;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ForeignItem;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A field of a form on a web page. */
final class PuxLoginField {
    private final PuxJson json;
    private final ForeignItem item;
    private String id = "";
    private String name = "";
    private String type = "";
    private String designation = "";
    private boolean odd;
    private @Nullable SecretValue value;

    PuxLoginField(PuxJson json, ForeignItem item) {
        this.json = json;
        this.item = item;
    }

    void read() throws IOException, ImportException, InterruptedException {
        try {
            json.object(this::member);
            settle();
        } finally {
            drop();
        }
    }

    private void member(String member) throws IOException {
        switch (member) {
            case "value" -> value();
            case "id" -> id = json.text().orElse("");
            case "name" -> name = json.text().orElse("");
            case "fieldType" -> type = json.text().orElse("");
            case "designation" -> designation = json.text().orElse("");
            default -> json.skip();
        }
    }

    private void value() throws IOException {
        if (json.skipNull()) {
            return;
        }
        odd = !json.atText();
        drop();
        value = json.secret();
    }

    private void drop() {
        if (value != null) {
            value.close();
            value = null;
        }
    }

    private void settle() {
        String label = name.isEmpty() ? id : name;
        SecretValue read = value;
        value = null;
        if (read == null || odd) {
            if (read != null) {
                read.close();
                item.lose(Thing.FIELD, Kind.NOT_A_VALUE, label);
            }
        } else if (designation.equals("password")) {
            item.password(read);
        } else if (type.equals("P")) {
            item.secret(Thing.FIELD, label, read);
        } else if (designation.equals("username")) {
            item.userName(text(read));
        } else {
            item.line(Thing.FIELD, label, text(read));
        }
    }

    private static String text(SecretValue value) {
        try (value) {
            return value.use(utf8 -> new String(utf8, StandardCharsets.UTF_8));
        }
    }
}
