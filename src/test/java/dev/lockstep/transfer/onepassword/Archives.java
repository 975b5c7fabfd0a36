package dev.lockstep.transfer.onepassword;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.Imported;
import dev.lockstep.vault.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives to read. */
final class Archives {
    static final String ATTRIBUTES = "export.attributes";
    static final String DATA = "export.data";
    static final String NOTHING = "{\"accounts\":[]}";

    private Archives() {}

    static byte[] example() throws IOException {
        try (InputStream file = Archives.class.getResourceAsStream("example.1pux")) {
            return file.readAllBytes();
        }
    }

    /** An archive with these files; what is not there of the two that have to be is added. */
    static Path write(Path file, Map<String, String> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, ATTRIBUTES, files.getOrDefault(ATTRIBUTES, "{\"version\":3}"));
            put(zip, DATA, files.getOrDefault(DATA, NOTHING));
            for (Map.Entry<String, String> each : files.entrySet()) {
                if (!each.getKey().equals(ATTRIBUTES) && !each.getKey().equals(DATA)) {
                    put(zip, each.getKey(), each.getValue());
                }
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    static Imported read(Path file) throws Exception {
        return Imported.of(new OnePasswordFormat().read(file, ImportOptions.NONE, Progress.UNTOLD));
    }

    /** Reads {@code export.data} without an archive around it. */
    static Imported data(byte[] json) throws Exception {
        try (Gathering gathering = new Gathering();
                PuxJson walk = PuxJson.of(new ByteArrayInputStream(json))) {
            walk.whole(all -> new PuxTree(all, gathering, new Attached()).read());
            return Imported.of(gathering.finish());
        }
    }

    /** One item in a vault {@code V}. */
    static Imported item(String members) throws Exception {
        String json = "{\"accounts\":[{\"vaults\":[{\"attrs\":{\"name\":\"V\"},\"items\":[{" + members + "}]}]}]}";
        return data(json.getBytes(StandardCharsets.UTF_8));
    }

    /** What is packed in an example. */
    static byte[] unpacked(String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(example()))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    zip.transferTo(out);
                }
            }
            return out.toByteArray();
        }
    }
}
