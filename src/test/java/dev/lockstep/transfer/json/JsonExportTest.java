package dev.lockstep.transfer.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowId;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.export.ExportItem;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Items;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written is read again, byte for byte. */
class JsonExportTest {
    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        "\"",
        "\\",
        "/",
        "\b",
        "\f",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\0",
        "\u001f",
        "\u007f",
        " ",
        "\u0080",
        "\u00fc",
        "\u07ff",
        "\u0800",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\uffff",
        "\ud83d\ude00",
        "\udbff\udfff",
        "</script>",
        "${A}",
        "\\u0041"
    };

    private static final SecretCollection COLLECTION =
            new SecretCollection(new CollectionId(new RowId(1, 2)), "Collection \"1\"", "", NamingRules.FREE.id());

    private final Random random = new Random(20261122);

    private record Secret(SecretDetails details, byte[] value) {}

    private String text(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int left = pieces; left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private byte[] value() {
        if (random.nextInt(4) > 0) {
            return text(random.nextInt(60)).getBytes(StandardCharsets.UTF_8);
        }
        byte[] binary = new byte[random.nextInt(60)];
        random.nextBytes(binary);
        return binary;
    }

    private List<Secret> secrets(int count) {
        List<Secret> secrets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (secrets.size() < count) {
            String name = text(1 + random.nextInt(20));
            if (names.add(name)) {
                SecretDetails details = SecretDetails.named(COLLECTION.id(), name)
                        .withDescription(text(random.nextInt(30)))
                        .withTags(random.nextBoolean() ? List.of() : List.of("t" + text(3), "u" + text(3)))
                        .withRotateBy(Optional.of(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(9999)))
                                .filter(day -> random.nextBoolean()));
                secrets.add(new Secret(details, value()));
            }
        }
        return secrets;
    }

    private static byte[] written(List<Secret> secrets) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ExportItem> items = secrets.stream()
                .map(secret -> new ExportItem(COLLECTION, secret.details(), SecretValue.copyOf(secret.value())))
                .toList();
        new OwnJsonExport().write(new Items(items), Channels.newChannel(out), ExportOptions.NONE);
        items.forEach(item -> item.value().close());
        return out.toByteArray();
    }

    private static void assertRead(List<Secret> secrets, ImportSource source) {
        assertEquals(List.of(), source.problems());
        assertEquals(secrets.size(), source.entries().size());
        for (int i = 0; i < secrets.size(); i++) {
            SecretDetails details = secrets.get(i).details();
            ImportEntry found = source.entries().get(i);
            assertEquals(details.name(), found.name());
            assertEquals(
                    new ImportEntry.Extras(details.description(), details.tags(), details.rotateBy()), found.extras());
            byte[] value = found.value().use(byte[]::clone);
            assertTrue(Arrays.equals(secrets.get(i).value(), value), found.name());
        }
    }

    @Test
    void aThousandSecretsWithAwkwardNamesAndBytesAreTheSameAfterTheRoundTrip() throws Exception {
        List<Secret> secrets = secrets(1000);
        try (ImportSource source = Reading.bytes(written(secrets), JsonFormat::read)) {
            assertRead(secrets, source);
        }
    }

    @Test
    void theLargestValueOfEitherSortIsTheSameAfterTheRoundTrip() throws Exception {
        byte[] binary = new byte[SecretValue.MAX_SIZE];
        random.nextBytes(binary);
        byte[] quotes = new byte[SecretValue.MAX_SIZE];
        Arrays.fill(quotes, (byte) 1);
        List<Secret> secrets = List.of(
                new Secret(SecretDetails.named(COLLECTION.id(), "B"), binary),
                new Secret(SecretDetails.named(COLLECTION.id(), "Q"), quotes));
        try (ImportSource source = Reading.bytes(written(secrets), JsonFormat::read)) {
            assertRead(secrets, source);
        }
    }

    @Test
    void everyOtherReaderOfJsonReadsIt() throws Exception {
        List<Secret> secrets = secrets(100);
        JsonNode tree = new ObjectMapper().readTree(written(secrets));
        assertEquals("secrets", tree.get("lockstep").textValue());
        assertEquals(1, tree.get("version").intValue());
        for (int i = 0; i < secrets.size(); i++) {
            JsonNode secret = tree.get("secrets").get(i);
            assertEquals("Collection \"1\"", secret.get("collection").textValue());
            assertEquals(secrets.get(i).details().name(), secret.get("name").textValue());
            byte[] value = secret.has("value")
                    ? secret.get("value").textValue().getBytes(StandardCharsets.UTF_8)
                    : secret.get("value_base64").binaryValue();
            assertTrue(Arrays.equals(secrets.get(i).value(), value));
        }
    }

    @Test
    void nothingIsWrittenAsAnEmptyList() throws Exception {
        String nothing = new String(written(List.of()), StandardCharsets.UTF_8);
        assertEquals("{\"lockstep\":\"secrets\",\"version\":1,\"secrets\":[\n]}\n", nothing);
        try (ImportSource source = Reading.text(nothing)) {
            assertEquals(List.of(), source.entries());
        }
    }

    @Test
    void whatIsWrittenDoesNotChangeFromVersionToVersion() throws Exception {
        SecretDetails details = SecretDetails.named(COLLECTION.id(), "A")
                .withDescription("d\n\u00fc")
                .withTags(List.of("x", "y"))
                .withRotateBy(Optional.of(LocalDate.of(2027, 1, 31)));
        byte[] written = written(List.of(
                new Secret(details, new byte[] {'v'}),
                new Secret(SecretDetails.named(COLLECTION.id(), "B"), new byte[] {(byte) 0x80})));
        assertEquals(
                "{\"lockstep\":\"secrets\",\"version\":1,\"secrets\":[\n"
                        + "{\"collection\":\"Collection \\\"1\\\"\",\"name\":\"A\",\"value\":\"v\","
                        + "\"description\":\"d\\u000a\u00fc\",\"tags\":[\"x\",\"y\"],\"rotate_by\":\"2027-01-31\"},\n"
                        + "{\"collection\":\"Collection \\\"1\\\"\",\"name\":\"B\",\"value_base64\":\"gA==\"}\n]}\n",
                new String(written, StandardCharsets.UTF_8));
    }
}
