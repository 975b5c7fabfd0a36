package dev.lockstep.transfer.kubernetes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.transfer.export.AwkwardSecrets;
import dev.lockstep.transfer.export.Export;
import dev.lockstep.transfer.export.ExportFormat.Objection;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Refusal;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.TestVaults;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class KubernetesExportTest {
    private static final KubernetesExport FORMAT = new KubernetesExport();

    @TempDir
    private Path folder;

    private static Map<String, Object> parsed(OpenVault vault, List<SecretId> chosen, ExportOptions options)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(vault, FORMAT, options).toStream(chosen, out, "-", Progress.UNTOLD);
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(Integer.MAX_VALUE);
        limits.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(limits)).load(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everyByteArrivesUnderEveryKeyThatThereCanBe() throws Exception {
        Map<String, Importing.Item> items = AwkwardSecrets.make(300, 3);
        try (OpenVault vault = TestVaults.create(folder.resolve("v.lockstep"))) {
            AwkwardSecrets.put(items, vault);
            for (String name :
                    List.of("null", "true", "123", "1e3", "-", "_", ".x", "a.b", "0x10", "~no".substring(1))) {
                TestVaults.add(vault, name, "value of " + name);
            }
            List<SecretId> chosen = new ArrayList<>(AwkwardSecrets.ids(vault));
            ExportOptions options = ExportOptions.kubernetes("web-shop", "production");
            for (Refusal refusal : new Export(vault, FORMAT, options).refusals(chosen, Progress.UNTOLD)) {
                assertTrue(refusal.reason() == Refusal.Reason.NAME_NOT_A_KEY
                        || refusal.reason() == Refusal.Reason.NO_ROOM);
                chosen.remove(refusal.secret());
            }
            Map<String, Object> secret = parsed(vault, chosen, options);

            assertEquals(Set.of("apiVersion", "kind", "metadata", "type", "data"), secret.keySet());
            assertEquals("v1", secret.get("apiVersion"));
            assertEquals("Secret", secret.get("kind"));
            assertEquals("Opaque", secret.get("type"));
            assertEquals(Map.of("name", "web-shop", "namespace", "production"), secret.get("metadata"));
            Map<?, ?> data = (Map<?, ?>) secret.get("data");
            assertEquals(chosen.size(), data.size());
            for (SecretId id : chosen) {
                String name = vault.catalog().entry(id).orElseThrow().name();
                try (var value = vault.secrets().peek(id)) {
                    assertArrayEquals(value.exposed(), Base64.getDecoder().decode((String) data.get(name)), name);
                }
            }
        }
    }

    @Test
    void noSecretsAreAnObjectToo() throws Exception {
        try (OpenVault vault = TestVaults.create(folder.resolve("v.lockstep"))) {
            Map<String, Object> secret = parsed(vault, List.of(), ExportOptions.kubernetes("x", ""));
            assertEquals(Map.of(), secret.get("data"));
            assertEquals(Map.of("name", "x"), secret.get("metadata"));
        }
    }

    @Test
    void whatKubernetesWouldRefuseIsRefused() throws Exception {
        try (OpenVault vault = TestVaults.create(folder.resolve("v.lockstep"))) {
            for (String name : List.of("..x", ".", "a b", "\u00e4", "x".repeat(254), "a/b")) {
                TestVaults.add(vault, name, "value");
            }
            Export export = new Export(vault, FORMAT, ExportOptions.kubernetes("x", ""));
            assertEquals(
                    6,
                    export.refusals(AwkwardSecrets.ids(vault), Progress.UNTOLD).size());
            TestVaults.add(vault, "A", "x".repeat(1 << 20));
            TestVaults.add(vault, "B", "y");
            List<Refusal> refusals = export.refusals(AwkwardSecrets.ids(vault), Progress.UNTOLD);
            assertEquals(
                    1,
                    refusals.stream()
                            .filter(refusal -> refusal.reason() == Refusal.Reason.NO_ROOM)
                            .count());
        }
    }

    @Test
    void objectAndNamespaceHaveNamesOfDns() throws Exception {
        for (String name : List.of("", "A", "-a", "a-", "a..b", "a_b", "a b", "x".repeat(254), "a\nb")) {
            assertEquals(Set.of(Objection.OBJECT_NAME), FORMAT.objections(ExportOptions.kubernetes(name, "")), name);
        }
        for (String namespace : List.of("A", "a.b", "x".repeat(64), "a\n")) {
            assertEquals(
                    Set.of(Objection.NAMESPACE), FORMAT.objections(ExportOptions.kubernetes("a.b-c.9", namespace)));
        }
        assertEquals(Set.of(), FORMAT.objections(ExportOptions.kubernetes("x".repeat(253), "x".repeat(63))));
        try (OpenVault vault = TestVaults.create(folder.resolve("v.lockstep"))) {
            assertThrows(IllegalArgumentException.class, () -> new Export(vault, FORMAT, ExportOptions.NONE));
        }
    }
}
