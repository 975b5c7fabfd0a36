package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An editor over a real vault whose field is a bare buffer, with all that happened at its exits. */
final class Editing {
    final ManualTime time = new ManualTime();
    final List<Entry> saved = new ArrayList<>();
    final List<Consumer<SecretValue>> generators = new ArrayList<>();
    final SecretBuffer buffer = new SecretBuffer(SecretValue.MAX_SIZE);
    final OpenVault vault;
    final EditorViewModel model;
    int closed;

    private Editing(OpenVault vault, EditorViewModel.Start start) {
        this.vault = vault;
        model = new EditorViewModel(
                new EditorViewModel.Surroundings(vault, time.background(), clock(), Duration.ofSeconds(20)),
                start,
                new EditorViewModel.Exits(
                        (before, after) -> saved.add(after), (kind, use) -> generators.add(use), () -> closed++));
    }

    static Clock clock() {
        return Clock.fixed(Instant.parse("2026-05-02T12:00:00Z"), ZoneOffset.UTC);
    }

    static Editing fresh(OpenVault vault) {
        return new Editing(vault, new EditorViewModel.Start.Fresh(Optional.empty(), "")).inBuffer();
    }

    static Editing of(OpenVault vault, Entry entry) {
        return new Editing(vault, new EditorViewModel.Start.Stored(entry)).inBuffer();
    }

    static Editing unsaved(OpenVault vault, Drafts.Draft draft) {
        return unsavedWithoutField(vault, draft).inBuffer();
    }

    /** For a view that brings its own field. */
    static Editing unsavedWithoutField(OpenVault vault, Drafts.Draft draft) {
        return new Editing(vault, new EditorViewModel.Start.Unsaved(draft));
    }

    private Editing inBuffer() {
        model.form().value().attach(new ValueField(buffer, buffer::load, buffer::clear));
        return this;
    }

    Editing name(String name) {
        model.form().name().nameProperty().set(name);
        return this;
    }

    /** Types a value over whatever stands in the field. */
    Editing type(String value) {
        if (!(model.form().value().stateProperty().get() instanceof ValueState.Typed)) {
            model.form().value().replace();
        }
        buffer.clear();
        buffer.insert(0, value);
        model.form().value().edited();
        return this;
    }

    ValueState value() {
        return model.form().value().stateProperty().get();
    }

    Phase phase() {
        return model.phaseProperty().get();
    }

    String blocker() {
        return model.blockerProperty().getValue();
    }

    String stored(Entry entry) throws VaultException {
        return TestVaults.text(vault.secrets().peek(entry.id()));
    }

    Entry current(Entry entry) {
        return vault.catalog().entry(entry.id()).orElseThrow();
    }
}
