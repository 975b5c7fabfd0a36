package dev.lockstep.transfer.dotenv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.transfer.export.AwkwardSecrets;
import dev.lockstep.transfer.export.Export;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Refusal;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotenvExportTest {
    @TempDir
    private Path folder;

    private static String written(OpenVault vault, ExportFormat format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(vault, format, ExportOptions.NONE).toStream(AwkwardSecrets.ids(vault), out, "-", Progress.UNTOLD);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void add(OpenVault vault, String name, String description, String text) throws Exception {
        try (var value = TestVaults.value(text)) {
            vault.secrets()
                    .add(SecretDetails.named(TestVaults.collection(vault), name).withDescription(description), value);
        }
    }

    @Test
    void quotesAreTheLeastThatIsNeeded() throws Exception {
        try (OpenVault vault = TestVaults.create(folder.resolve("v.lockstep"))) {
            add(vault, "A", "", "https://example.com:443/x?y".replace("?y", ""));
            add(vault, "B", "", "two words");
            add(vault, "C", "", "it's \"5$\" \\ `");
            add(vault, "D", "", "");
            add(vault, "E", "", "first\nsecond");
            assertEquals("""
                    A=https://example.com:443/x
                    B='two words'
                    C="it's \\"5\\$\\" \\\\ \\`"
                    D=
                    E='first
                    second'
                    """, written(vault, new DotenvExport()));
        }
    }

    @Test
    void descriptionsAreCommentsWhateverIsInThem() throws Exception {
        try (OpenVault vault = TestVaults.create(folder.resolve("v.lockstep"))) {
            add(vault, "A", "For payments\n\nX=1\r\nY=2\rZ=3\u001b[2J", "1");
            add(vault, "B", "", "2");
            String remarks = "# For payments\n#\n# X=1\n# Y=2\n# Z=3 [2J\n";
            assertEquals(remarks + "A=1\nB=2\n", written(vault, new DotenvExport()));
            assertEquals(remarks + "A=\nB=\n", written(vault, new ExampleExport()));
        }
    }

    @ParameterizedTest
    @CsvSource({"bash, C.UTF-8", "bash, C", "dash, C"})
    void aShellReadsTheSameBytes(String shell, String locale) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", shell)), "no such shell here");
        Map<String, Importing.Item> items = AwkwardSecrets.make(1000, 11);
        Path file = folder.resolve("it is.env");
        List<SecretId> chosen;
        try (OpenVault vault = TestVaults.create(folder.resolve("v.lockstep"))) {
            AwkwardSecrets.put(items, vault);
            chosen = new ArrayList<>(AwkwardSecrets.ids(vault));
            Export export = new Export(vault, new DotenvExport(), ExportOptions.NONE);
            for (Refusal refusal : export.refusals(chosen, Progress.UNTOLD)) {
                chosen.remove(refusal.secret());
                items.remove(refusal.name()).value().close();
            }
            export.toFile(chosen, file, false, Progress.UNTOLD);
        }
        assertTrue(items.size() > 400, items.size() + " secrets");
        Map<String, byte[]> read = sourced(shell, locale, file);
        for (Importing.Item item : items.values()) {
            if (item.value().size() < 100_000) {
                assertArrayEquals(item.value().exposed(), read.get(item.name()), item.name());
            }
        }
    }

    /** The variables of a shell that has read a file. */
    private static Map<String, byte[]> sourced(String shell, String locale, Path file) throws Exception {
        // a built-in writes them, since as many bytes do not fit into the environment of another program
        String script =
                "set -a; . \"$1\"; set +a; while IFS= read -r name; do eval 'printf \"%s=%s\\0\" \"$name\" \"$'\"$name\"'\"'; done";
        ProcessBuilder builder = new ProcessBuilder(shell, "-c", script, shell, file.toString());
        builder.environment().clear();
        builder.environment().put("LC_ALL", locale);
        Path output = file.resolveSibling("read");
        Path names = file.resolveSibling("names");
        builder.redirectInput(names.toFile()).redirectOutput(output.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try (var read = DotenvFormat.read(file)) {
            Files.write(
                    names, read.entries().stream().map(entry -> entry.name()).toList());
        }
        assertEquals(0, builder.start().waitFor());
        Map<String, byte[]> variables = new HashMap<>();
        byte[] all = Files.readAllBytes(output);
        int from = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == 0) {
                byte[] one = Arrays.copyOfRange(all, from, at);
                int equals = new String(one, StandardCharsets.ISO_8859_1).indexOf('=');
                variables.put(
                        new String(one, 0, equals, StandardCharsets.US_ASCII),
                        Arrays.copyOfRange(one, equals + 1, one.length));
                from = at + 1;
            }
        }
        return variables;
    }
}
