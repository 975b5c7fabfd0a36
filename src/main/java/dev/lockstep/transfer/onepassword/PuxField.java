package dev.lockstep.transfer.onepassword;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ForeignItem;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a section: its value is an object with one member that is called as its type. A text of a type that is not known here may be secret,
 * and is taken for it.
 */
final class PuxField {
    private static final String EXPIRES = "expires";
    private static final String USER_NAME = "username";

    private final PuxJson json;
    private final ForeignItem item;
    private final Attached attached;
    private final List<String> texts = new ArrayList<>();
    private String id = "";
    private String title = "";
    private String type = "";
    private boolean odd;
    private @Nullable SecretValue secret;
    private Optional<LocalDate> day = Optional.empty();

    PuxField(PuxJson json, ForeignItem item, Attached attached) {
        this.json = json;
        this.item = item;
        this.attached = attached;
    }

    /** @param section its title; may be empty */
    void read(String section) throws IOException, ImportException, InterruptedException {
        try {
            json.object(this::member);
            String name = title.isEmpty() ? id : title;
            settle(section.isEmpty() ? name : section + "/" + name);
        } finally {
            keep(null);
        }
    }

    private void member(String name) throws IOException, ImportException, InterruptedException {
        switch (name) {
            case "id" -> id = json.text().orElse("");
            case "title" -> title = json.text().orElse("");
            case "value" -> json.object(this::value);
            default -> json.skip();
        }
    }

    private void keep(@Nullable SecretValue value) {
        if (secret != null) {
            secret.close();
        }
        secret = value;
    }

    private void value(String kind) throws IOException, ImportException, InterruptedException {
        if (json.skipNull()) {
            return;
        }
        type = kind;
        switch (kind) {
            case "string", "phone", "url", "gender", "menu", "monthYear", "creditCardType" ->
                json.scalar().ifPresent(texts::add);
            case "email" -> email();
            case "date" -> date();
            case "address" -> json.object(part -> json.scalar().ifPresent(this::part));
            case "sshKey" -> json.object(this::sshKey);
            case "file" -> new PuxFile(json, item, attached).read();
            default -> unknown();
        }
    }

    private void part(String text) {
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    private void email() throws IOException, ImportException, InterruptedException {
        if (json.atObject()) {
            json.object(part ->
                    json.scalar().filter(text -> part.equals("email_address")).ifPresent(texts::add));
        } else {
            json.scalar().ifPresent(texts::add);
        }
    }

    /** Seconds since 1970, of some time of the day in UTC. */
    private void date() throws IOException {
        long seconds = json.number().orElse(Long.MAX_VALUE);
        try {
            LocalDate read = LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
            day = Optional.of(read);
            texts.add(read.toString());
        } catch (DateTimeException e) {
            odd = true;
        }
    }

    /** What stands in the metadata is the key again, and what can be made of it. */
    private void sshKey(String part) throws IOException {
        if (part.equals("privateKey")) {
            keep(json.secret());
        } else {
            json.skip();
        }
    }

    private void unknown() throws IOException {
        odd = !json.atText() || type.equals("reference");
        keep(json.secret());
    }

    private void settle(String label) {
        SecretValue value = secret;
        secret = null;
        if (odd) {
            if (value != null) {
                value.close();
            }
            item.lose(Thing.OTHER, Kind.NO_PLACE_FOR_IT, label);
        } else if (value != null) {
            secret(label, value);
        } else if (day.isPresent() && id.equals(EXPIRES)) {
            item.due(day.get());
        } else if (!texts.isEmpty()) {
            text(label, String.join(", ", texts));
        }
    }

    private void secret(String label, SecretValue value) {
        switch (type) {
            case "totp" -> item.oneTimeCode(value);
            case "creditCardNumber" -> item.secret(Thing.CARD_OR_IDENTITY, label, value);
            default -> item.secret(Thing.FIELD, label, value);
        }
    }

    private void text(String label, String text) {
        if (id.equals(USER_NAME) && !text.isEmpty()) {
            item.userName(text);
        } else {
            item.line(type.equals("url") ? Thing.ADDRESS : Thing.FIELD, label, text);
        }
    }
}
