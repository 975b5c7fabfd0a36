package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.format.FormatContents;
import dev.lockstep.format.FormatKeys;
import dev.lockstep.format.FormatReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another program, written from the documentation of the format alone, reads what this one writes. */
class FormatReaderTest {
    private static final byte[] PASSWORD = "Z\u00fcrich, 5 golden \u9375s".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void itSharesNoCodeWithTheProgram() throws Exception {
        try (Stream<Path> sources = Files.list(Path.of("src/test/java/dev/lockstep/format"))) {
            for (Path source : sources.toList()) {
                assertFalse(
                        Files.readString(source).matches("(?s).*import (static )?dev\\.lockstep\\.(?!format\\.).*"),
                        source.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "2-remotes", "3"})
    void itFindsInTheGoldenVaultWhatWasWritten(String name) throws Exception {
        Path golden = GoldenVaultTest.copyTo(folder, name);
        try (FormatReader reader = new FormatReader(golden)) {
            FormatContents contents = reader.read(FormatKeys.byPassword(reader.slot(1), PASSWORD));
            assertEquals(contents, reader.read(FormatKeys.byRecoveryCode(reader.slot(2), GoldenVault.RECOVERY_CODE)));
            requireGolden(contents);
            requireRemotes(name, contents);
            assertThrows(IllegalStateException.class, () -> FormatKeys.byPassword(reader.slot(1), new byte[] {'x'}));
        }
    }

    @Test
    void itFindsInAFreshVaultWhatWasWritten() throws Exception {
        Path file = folder.resolve("fresh.lockstep");
        GoldenVault.Hours clock = new GoldenVault.Hours();
        Vaults vaults = new Vaults(clock, new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(GoldenVault.PASSWORD);
                SecretValue code = vaults.newRecoveryCode();
                OpenVault vault = vaults.create(file, passphrase, code, GoldenVault.COST, "Personal")) {
            GoldenVault.fill(vault, clock);
            try (FormatReader reader = new FormatReader(file)) {
                FormatContents contents = reader.read(FormatKeys.byPassword(reader.slot(1), PASSWORD));
                assertEquals(16, contents.counter());
                requireGolden(contents);
            }
        }
    }

    private static void requireRemotes(String name, FormatContents contents) {
        Map<String, Integer> expected = switch (name) {
            case "2-remotes" -> Map.of("Paused", 1, "Production \u9375", 0);
            case "3" -> Map.of("Paused", 1, "Production \u9375", 2 | 2 << 4);
            default -> Map.of();
        };
        Map<String, Integer> flags = new HashMap<>();
        contents.remotes().forEach(remote -> flags.put(remote.name(), remote.flags()));
        assertEquals(expected, flags);
        boolean newest = name.equals("3");
        assertEquals(newest ? List.of(new FormatContents.SyncPolicy(1)) : List.of(), contents.syncPolicies());
        Set<String> rows = new HashSet<>();
        HexFormat hex = HexFormat.of();
        contents.sync().forEach(row -> rows.add(new String(hex.parseHex(row.bytes()), StandardCharsets.UTF_8)));
        assertEquals(newest ? Set.of("of the paused one", "first, again", "", "long ".repeat(1000)) : Set.of(), rows);
    }

    private static void requireGolden(FormatContents contents) {
        List<List<Object>> expected = new ArrayList<>();
        for (GoldenVault.Golden golden : GoldenVault.secrets()) {
            expected.add(List.of(
                    golden.acme() ? "Acme" : "Personal",
                    golden.details().name(),
                    golden.details().description(),
                    golden.details().tags(),
                    golden.details().kind().ordinal(),
                    golden.details().favourite() ? 1 : 0,
                    golden.details()
                            .rotateBy()
                            .map(day -> (int) day.toEpochDay())
                            .orElse(Integer.MIN_VALUE),
                    golden.details().leadDays(),
                    golden.trashed(),
                    golden.values().stream()
                            .map(HexFormat.of().withUpperCase()::formatHex)
                            .toList(),
                    golden.values().size(),
                    golden.values().getLast().length));
        }
        List<List<Object>> found = new ArrayList<>();
        contents.secrets().stream()
                .sorted(java.util.Comparator.comparing(secret -> secret.times().created()))
                .forEach(secret -> found.add(described(contents, secret)));
        assertEquals(expected, found);
        requireOthers(contents);
    }

    private static List<Object> described(FormatContents contents, FormatContents.Secret secret) {
        FormatContents.Details details = secret.details();
        String collection = contents.collections().stream()
                .filter(known -> known.id().equals(details.collection()))
                .map(FormatContents.Collection::name)
                .findFirst()
                .orElseThrow();
        return List.of(
                collection,
                details.name(),
                details.description(),
                details.tags(),
                details.kind(),
                details.flags(),
                details.rotateBy(),
                details.leadDays(),
                secret.times().trashed() != 0,
                secret.values().stream().map(FormatContents.Value::bytes).toList(),
                secret.versions(),
                secret.size());
    }

    private static void requireOthers(FormatContents contents) {
        assertEquals(
                List.of(new FormatContents.Layout(
                        GoldenVault.LAYOUT.columns(), GoldenVault.LAYOUT.widths(), "UPDATED", true)),
                contents.layouts());
        assertEquals(2, contents.collections().size());
        FormatContents.Secret rotated = contents.secrets().stream()
                .filter(secret -> secret.details().name().equals("ROTATED"))
                .findFirst()
                .orElseThrow();
        assertEquals(rotated.times().valueChanged(), rotated.values().getLast().written());
        List<FormatContents.Draft> drafts = contents.drafts().stream()
                .sorted(java.util.Comparator.comparing(FormatContents.Draft::when))
                .toList();
        assertEquals(rotated.id(), drafts.getFirst().base());
        assertEquals(rotated.version() - 1, drafts.getFirst().baseVersion());
        assertEquals(
                HexFormat.of().withUpperCase().formatHex(GoldenVault.DRAFT_VALUE.getBytes(StandardCharsets.UTF_8)),
                drafts.getFirst().value());
        assertEquals("", drafts.getLast().base());
        assertEquals("not named yet", drafts.getLast().details().description());
    }
}
