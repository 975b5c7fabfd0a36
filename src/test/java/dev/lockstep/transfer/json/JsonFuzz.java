package dev.lockstep.transfer.json;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A JSON file: read as another reader reads it, and by every format either refused by name or within the limits. */
public final class JsonFuzz implements FuzzTarget {
    private static final List<JsonFile.Content> FORMATS =
            List.of(JsonFormat::read, VaultKvFormat::read, DopplerFormat::read, InfisicalFormat::read);

    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("flat", "ours", "vault-kv1", "vault-kv2", "doppler-secrets", "infisical")) {
            try (InputStream file = JsonFuzz.class.getResourceAsStream(name + ".json")) {
                seeds.add(file.readAllBytes());
            }
        }
        seeds.add("[{\"a\":[1,-2.5e3,true,null,\"\\ud83d\\ude00\\u00e9\\n\"]}]".getBytes(StandardCharsets.US_ASCII));
        return seeds;
    }

    @Override
    public void accept(byte[] input) throws Exception {
        JsonOracle.check(input);
        JsonSketch.of(input);
        for (JsonFile.Content format : FORMATS) {
            try (ImportSource source = Reading.bytes(input, format)) {
                check(source);
            } catch (ImportException e) {
                assertTrue(e.getCause() == null, "nothing of the content goes along");
            }
        }
    }

    /** Makes sure that a source is within the limits. */
    private static void check(ImportSource source) {
        Set<String> names = new HashSet<>();
        for (ImportEntry entry : source.entries()) {
            assertTrue(names.add(entry.name()));
            assertFalse(entry.name().isEmpty());
            assertTrue(entry.name().length() <= Gathering.MAX_NAME);
            assertTrue(entry.value().size() <= SecretValue.MAX_SIZE);
        }
    }

    @Override
    public long mostMemory(int inputSize) {
        return (2 << 20) + 2048L * inputSize;
    }
}
