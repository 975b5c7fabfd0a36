package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lockstep.vault.Entry;
import java.io.IOException;
import java.util.List;

/** Secrets without their values: one line each, collection and name with a tab between them, or the array {@code secrets} in JSON. */
record EntryList(Search search, Output output) {
    void write(List<Entry> entries) throws IOException {
        if (output.isJson()) {
            output.array("secrets", entries, this::members);
            return;
        }
        for (Entry entry : entries) {
            output.row(search.title(entry.collection()), entry.name());
        }
    }

    /** What is told of one secret. */
    void members(JsonGenerator json, Entry entry) throws IOException {
        json.writeStringField("collection", search.title(entry.collection()));
        json.writeStringField("name", entry.name());
        json.writeStringField("description", entry.description());
        Output.texts(json, "tags", entry.tags());
        json.writeStringField("kind", Choices.word(entry.kind()));
        json.writeBooleanField("favourite", entry.favourite());
        json.writeNumberField("size", entry.size());
        json.writeNumberField("versions", entry.versions());
        json.writeStringField("strength", Choices.word(entry.strength()));
        json.writeStringField("created", entry.created().toString());
        json.writeStringField("modified", entry.modified().toString());
        json.writeStringField("valueChanged", entry.valueChanged().toString());
        Output.text(json, "lastRevealed", entry.lastRevealed());
        Output.text(json, "rotateBy", entry.rotateBy());
        Output.text(json, "trashed", entry.trashed());
    }
}
