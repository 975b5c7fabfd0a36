package dev.lockstep.transfer.keepass;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files that KeePassXC wrote, and what it says is in them. */
final class Peers {
    static final String PASSWORD = "peers";

    private Peers() {}

    static Path file(String name) {
        try {
            return Path.of(Peers.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a KDBX file; no password and no key file where they are empty. */
    static ImportSource read(Path file, String password, String keyFile) throws ImportException, InterruptedException {
        Optional<Path> key =
                Optional.of(keyFile).filter(name -> !name.isEmpty()).map(Peers::file);
        if (password.isEmpty()) {
            return new KeePassFormat()
                    .read(file, new ImportOptions(Optional.empty(), key, Optional.empty()), Progress.UNTOLD);
        }
        try (Passphrase passphrase = TestVaults.passphrase(password)) {
            return new KeePassFormat()
                    .read(file, new ImportOptions(Optional.of(passphrase), key, Optional.empty()), Progress.UNTOLD);
        }
    }

    static Map<String, String> values(ImportSource source) {
        Map<String, String> values = new TreeMap<>();
        for (ImportEntry entry : source.entries()) {
            values.put(entry.name(), entry.value().use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
        }
        return values;
    }

    /** Names and values as they have to be imported, made of what {@code keepassxc-cli show} told of every entry. */
    static Map<String, String> expected() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(file("EXPECTED.tsv"))) {
            String[] cells = line.split("\t", -1);
            String value = new String(Base64.getDecoder().decode(cells[2]), StandardCharsets.UTF_8);
            String title = cells[0].substring(cells[0].lastIndexOf('/') + 1);
            boolean described =
                    List.of("@", "Title", "UserName", "URL", "Notes").contains(cells[1]);
            if (!described && !value.isEmpty() && !cells[0].startsWith("Recycle Bin/")) {
                String name = switch (cells[1]) {
                    case "Password" -> expected.containsKey(title) ? title + " (2)" : title;
                    case "otp" -> title + "/One-time code";
                    default -> title + "/" + cells[1];
                };
                expected.put(name, value);
            }
        }
        // keepassxc-cli replaces references, which are kept here, and cannot show what has no title
        expected.put("Reference", "{REF:P@I:00000000000000000000000000000101}");
        expected.put("00000000", "without a title");
        expected.put("Only a note", "Nothing secret here.");
        return expected;
    }
}
