package dev.lockstep.transfer.export;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.TestVaults;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Made-up secrets whose names, bytes, line ends and texts are hard on formats; the same for one seed. */
public final class AwkwardSecrets {
    private static final String[] PIECES = {
        "'",
        "\"",
        "`",
        "$",
        "\\",
        "\n",
        "\r",
        "\r\n",
        "\t",
        " ",
        "#",
        " # ",
        "=",
        ",",
        ";",
        "=1+1",
        "+",
        "-",
        "@",
        "''=",
        "'",
        "\"=",
        "${X}",
        "$(id)",
        "%",
        "!",
        "~",
        "\\n",
        "\\'",
        "{",
        "}",
        "[",
        ":",
        "null",
        "\u00e4",
        "\u9375",
        "\ud83d\udd11",
        "\uff1d",
        "\u2028",
        "\u0085",
        "\u200e",
        "\ufeff",
        "\u0001",
        "\u007f",
        "\u001b[2J",
        "a",
        "B",
        "7",
        "sk_live_",
        "<!--",
        "export X=y",
        "\b"
    };

    private final Random random;
    private final Map<String, Importing.Item> items = new HashMap<>();

    private AwkwardSecrets(long seed) {
        random = new Random(seed);
    }

    /** So many of them; their values are open and stay so. */
    public static Map<String, Importing.Item> make(int count, long seed) {
        AwkwardSecrets made = new AwkwardSecrets(seed);
        while (made.items.size() < count) {
            Importing.Item item = made.item();
            made.items.putIfAbsent(item.name(), item);
        }
        return made.items;
    }

    /** Puts them into the first collection of a vault. */
    public static void put(Map<String, Importing.Item> items, OpenVault vault) throws Exception {
        vault.importing()
                .write(
                        TestVaults.collection(vault),
                        List.copyOf(items.values()),
                        Collections.nCopies(items.size(), Importing.Choice.ADD),
                        done -> {});
    }

    /** The ids of all secrets of a vault, by name. */
    public static List<SecretId> ids(OpenVault vault) {
        Catalog.Hits hits = vault.catalog().find(Query.ALL);
        List<SecretId> ids = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            ids.add(hits.id(i));
        }
        return ids;
    }

    private Importing.Item item() {
        return new Importing.Item(
                random.nextInt(3) == 0 ? text(8) + "n" : "KEY_" + random.nextInt(1_000_000),
                SecretValue.taking(value()),
                random.nextBoolean() ? "" : text(12),
                tags(),
                random.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(random.nextInt(40_000))));
    }

    private byte[] value() {
        return switch (random.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> bytes(random.nextInt(64));
            case 2 ->
                new String(new char[random.nextInt(70_000)]).replace('\0', 'x').getBytes(StandardCharsets.US_ASCII);
            case 3 -> "-----BEGIN KEY-----\r\nMIIB\n-----END KEY-----\n".getBytes(StandardCharsets.US_ASCII);
            default -> text(20).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private List<String> tags() {
        Set<String> tags = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(text(4) + "t");
        }
        return List.copyOf(tags);
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
