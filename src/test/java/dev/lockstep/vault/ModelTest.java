package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.format.FormatContents;
import dev.lockstep.format.FormatKeys;
import dev.lockstep.format.FormatReader;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random changes from two windows, with locks in between, against a map that does the same. */
class ModelTest {
    private static final int STEPS = 1200;
    private static final List<String> NAMES =
            List.of("A", "B", "C", "D", "E", "F", "long_" + "x".repeat(240), "\u00fc\ud83d\ude00");
    private static final List<String> TAGS = List.of("prod", "eu", "\u9375");

    /** What the model knows of a secret. */
    private record Known(SecretDetails details, String value, int versions, boolean trashed) {
        Known with(SecretDetails changed) {
            return new Known(changed, value, versions, trashed);
        }

        Known with(String changed) {
            return new Known(details, changed, Math.min(versions, Policy.DEFAULT.historyKept()) + 1, trashed);
        }

        Known trashed(boolean now) {
            return new Known(details, value, versions, now);
        }
    }

    @TempDir
    private Path folder;

    private final Random random = new Random(20261121);
    private final Map<SecretId, Known> model = new HashMap<>();
    private final Set<Failure> refused = new HashSet<>();
    private Sample sample;
    private Path file;
    private OpenVault[] windows;

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Optional<SecretId> anySecret() {
        List<SecretId> ids = new ArrayList<>(model.keySet());
        ids.sort(java.util.Comparator.comparing(SecretId::toString));
        return ids.isEmpty() ? Optional.empty() : Optional.of(any(ids));
    }

    private boolean taken(SecretId self, SecretDetails details) {
        return model.entrySet().stream()
                .anyMatch(entry -> !entry.getKey().equals(self)
                        && !entry.getValue().trashed()
                        && entry.getValue().details().name().equals(details.name())
                        && entry.getValue().details().collection().equals(details.collection()));
    }

    @Test
    void twoWindowsAndAMapAgreeAfterEveryStep() throws Exception {
        sample = Sample.get();
        file = sample.in(folder);
        windows = new OpenVault[] {sample.open(file), sample.open(file)};
        begin(windows[0]);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(60) == 0) {
                reopen(random.nextInt(2));
            }
            OpenVault window = windows[random.nextInt(2)];
            try {
                step(window);
            } catch (VaultException e) {
                assertTrue(e.failure() instanceof Failure.NameTaken, "step " + step + ": " + e.failure());
                refused.add(e.failure());
            }
            if (step % 100 == 0) {
                requireSame(windows[step / 100 % 2]);
            }
        }
        requireSame(windows[0]);
        requireSame(windows[1]);
        windows[0].close();
        windows[1].close();
        requireSameToTheOtherReader();
        assertEquals(Set.of(new Failure.NameTaken()), refused);
    }

    private void begin(OpenVault vault) throws VaultException {
        for (Query.Scope scope : List.of(new Query.Scope.All(), new Query.Scope.Trash())) {
            Catalog.Hits hits = vault.catalog().find(new Query(scope, "", Query.Order.ID, false));
            for (int i = 0; i < hits.size(); i++) {
                Entry entry = hits.entry(i).orElseThrow();
                String value = TestVaults.text(vault.secrets().peek(entry.id()));
                model.put(
                        entry.id(),
                        new Known(
                                SecretDetails.of(entry),
                                value,
                                entry.versions(),
                                entry.trashed().isPresent()));
            }
        }
    }

    private void reopen(int number) throws Exception {
        windows[number].close();
        windows[number] = sample.open(file);
        requireSame(windows[number]);
    }

    private void step(OpenVault window) throws VaultException {
        Optional<SecretId> id = anySecret();
        int kind = random.nextInt(14);
        if (kind < 3 && model.size() < 40 || id.isEmpty()) {
            add(window);
        } else if (kind < 8) {
            edit(window, id.get(), kind < 6);
        } else if (kind == 8) {
            window.secrets().trash(List.of(id.get()));
            model.put(id.get(), model.get(id.get()).trashed(true));
        } else if (kind == 9) {
            restore(window, id.get());
        } else if (kind == 10) {
            window.secrets().deleteForGood(List.of(id.get()));
            if (model.get(id.get()).trashed()) {
                model.remove(id.get());
            }
        } else if (kind == 11) {
            move(window, id.get());
        } else if (kind == 12) {
            tag(window, id.get());
        } else {
            String value = TestVaults.text(window.secrets().reveal(id.get()));
            assertEquals(model.get(id.get()).value(), value);
        }
    }

    private CollectionId anyCollection(OpenVault window) {
        return any(window.collections().all()).id();
    }

    private void add(OpenVault window) throws VaultException {
        SecretDetails details =
                SecretDetails.named(anyCollection(window), any(NAMES)).withTags(List.of(any(TAGS)));
        String text = "v" + random.nextInt(1000);
        try (SecretValue value = TestVaults.value(text)) {
            boolean clash = taken(null, details);
            Entry added = window.secrets().add(details, value);
            assertTrue(!clash, "a name was given twice");
            model.put(added.id(), new Known(details, text, 1, false));
        }
    }

    private void edit(OpenVault window, SecretId id, boolean withValue) throws VaultException {
        window.secrets().peek(id).close();
        Known known = model.get(id);
        SecretDetails details = known.details().withDescription("d" + random.nextInt(100));
        if (random.nextInt(3) == 0) {
            details = details.withName(any(NAMES));
        }
        Entry base = window.catalog().entry(id).orElseThrow();
        boolean clash = !known.trashed() && taken(id, details);
        if (withValue) {
            String text = "edited " + random.nextInt(1000);
            try (SecretValue value = TestVaults.value(text)) {
                window.secrets().edit(base, details, value);
            }
            model.put(id, known.with(details).with(text));
        } else {
            window.secrets().edit(base, details);
            model.put(id, known.with(details));
        }
        assertTrue(!clash, "a name was given twice");
    }

    private void restore(OpenVault window, SecretId id) throws VaultException {
        Known known = model.get(id);
        Entry back = window.secrets().restore(List.of(id)).getFirst();
        assertEquals(
                taken(id, known.details()), !back.name().equals(known.details().name()));
        Known restored = known.with(known.details().withName(back.name())).trashed(false);
        assertTrue(!taken(id, restored.details()), "a name was given twice");
        model.put(id, restored);
    }

    private void move(OpenVault window, SecretId id) throws VaultException {
        Known known = model.get(id);
        SecretDetails moved = known.details().withCollection(anyCollection(window));
        boolean clash = !known.trashed() && taken(id, moved);
        window.secrets().move(List.of(id), moved.collection());
        assertTrue(!clash, "a name was given twice");
        model.put(id, known.with(moved));
    }

    private void tag(OpenVault window, SecretId id) throws VaultException {
        String tag = any(TAGS);
        Known known = model.get(id);
        boolean there = known.details().tags().contains(tag);
        List<String> tags = new ArrayList<>(known.details().tags());
        if (there) {
            tags.remove(tag);
        } else {
            tags.add(tag);
        }
        window.secrets().tag(List.of(id), there ? Set.of() : Set.of(tag), there ? Set.of(tag) : Set.of());
        model.put(id, known.with(known.details().withTags(tags)));
    }

    private void requireSame(OpenVault window) throws VaultException {
        window.secrets().peek(anySecret().orElseThrow()).close();
        assertEquals(
                model.size(),
                window.catalog().counts().all() + window.catalog().counts().trash());
        for (Map.Entry<SecretId, Known> each : model.entrySet()) {
            Entry entry = window.catalog().entry(each.getKey()).orElseThrow();
            Known known = each.getValue();
            String value = TestVaults.text(window.secrets().peek(each.getKey()));
            assertEquals(
                    known,
                    new Known(
                            SecretDetails.of(entry),
                            value,
                            entry.versions(),
                            entry.trashed().isPresent()));
            Optional<SecretId> named = window.secrets().named(entry.collection(), entry.name());
            assertEquals(known.trashed(), !named.equals(Optional.of(each.getKey())));
        }
    }

    private void requireSameToTheOtherReader() throws Exception {
        try (FormatReader reader = new FormatReader(file)) {
            FormatContents contents =
                    reader.read(FormatKeys.byPassword(reader.slot(1), Sample.utf8(TestVaults.PASSWORD)));
            assertEquals(model.size(), contents.secrets().size());
            for (FormatContents.Secret secret : contents.secrets()) {
                assertEquals(
                        secret.versions(),
                        secret.values().size(),
                        secret.details().name());
            }
        }
    }
}
