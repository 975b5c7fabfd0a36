package dev.lockstep.ui.editor;

import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;

/** Names the fields in which two versions of a secret differ; never their contents. */
final class Differences {
    private Differences() {}

    static List<String> between(SecretDetails mine, SecretDetails theirs, boolean value) {
        List<String> fields = new ArrayList<>();
        note(fields, mine.name().equals(theirs.name()), Text.of("editor.field.name"));
        note(fields, mine.collection().equals(theirs.collection()), Text.of("editor.field.collection"));
        note(fields, mine.kind() == theirs.kind(), Text.of("editor.field.kind"));
        note(fields, !value, Text.of("editor.field.value"));
        note(
                fields,
                mine.rotateBy().equals(theirs.rotateBy()) && mine.leadDays() == theirs.leadDays(),
                Text.of("editor.field.rotate-by"));
        note(fields, mine.tags().equals(theirs.tags()), Text.of("editor.field.tags"));
        note(fields, mine.description().equals(theirs.description()), Text.of("editor.field.description"));
        note(fields, mine.favourite() == theirs.favourite(), Text.of("editor.field.favourite"));
        return List.copyOf(fields);
    }

    private static void note(List<String> fields, boolean same, String field) {
        if (!same) {
            fields.add(field);
        }
    }
}
