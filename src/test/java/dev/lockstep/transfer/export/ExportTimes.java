package dev.lockstep.transfer.export;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.SecretId;
import dev.lockstep.transfer.formats.ExportFormats;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.TestVaults;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Prints how long exports of many secrets take, how large they are, and the most of the heap that was in use meanwhile. */
final class ExportTimes {
    private static final long MIB = 1 << 20;

    private ExportTimes() {}

    /** @param arguments how many secrets; 100,000 if nothing is said */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("export-times");
        try (OpenVault vault = TestVaults.create(folder.resolve("v.lockstep"));
                Passphrase passphrase = TestVaults.passphrase("a passphrase for a friend")) {
            fill(vault, count);
            List<SecretId> chosen = AwkwardSecrets.ids(vault);
            for (ExportFormat format : ExportFormats.all()) {
                ExportOptions options = format.needs().contains(ExportFormat.Need.KUBERNETES_OBJECT)
                        ? ExportOptions.kubernetes("secrets", "")
                        : ExportOptions.sealedWith(passphrase, TestVaults.CHEAP);
                print(format, new Export(vault, format, options), chosen, folder);
            }
        }
    }

    private static void fill(OpenVault vault, int count) throws Exception {
        List<Importing.Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new Importing.Item(
                    "SERVICE_" + i + "_API_KEY",
                    TestVaults.value("sk_live_0123456789abcdefghij \"quoted\" " + i),
                    "What number " + i + " is for"));
        }
        vault.importing()
                .write(
                        TestVaults.collection(vault),
                        items,
                        Collections.nCopies(count, Importing.Choice.ADD),
                        done -> {});
        items.forEach(item -> item.value().close());
    }

    private static void print(ExportFormat format, Export export, List<SecretId> chosen, Path folder) throws Exception {
        Path file = folder.resolve("secrets" + format.ending());
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean();
        long before = heap.getHeapMemoryUsage().getUsed();
        long[] most = {0};
        long start = System.nanoTime();
        int[] calls = {0};
        Progress watching = (done, total) -> {
            if (++calls[0] % 1000 == 0) {
                most[0] = Math.max(most[0], heap.getHeapMemoryUsage().getUsed());
            }
        };
        Export.Outcome outcome = export.toFile(chosen, file, true, watching);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-12s %6.2f s %7.1f MiB, heap %d -> %d MiB: %s%n",
                format.id(),
                seconds,
                Files.exists(file) ? Files.size(file) / (double) MIB : 0,
                before / MIB,
                most[0] / MIB,
                outcome instanceof Export.Outcome.Refused refused
                        ? refused.refusals().size() + " refused"
                        : "written");
        Files.deleteIfExists(file);
    }
}
