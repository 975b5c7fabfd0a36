package dev.lockstep.transfer.bitwarden;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.json.JsonWalk;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An export of Bitwarden: read, or refused by name. Without a password, since a key costs what the file says. */
public final class BitwardenFuzz implements FuzzTarget {
    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("plain", "organisation", "account-restricted", "pbkdf2", "argon2id")) {
            seeds.add(Exports.content(name + ".json"));
        }
        return seeds;
    }

    @Override
    public void accept(byte[] input) throws Exception {
        try (ImportSource source = Exports.bytes(input, Optional.empty())) {
            Set<String> names = new HashSet<>();
            assertTrue(source.entries().stream().allMatch(entry -> names.add(entry.name())));
        } catch (ImportException e) {
            assertTrue(e.getCause() == null, "nothing of the content goes along");
        }
        try {
            JsonWalk walk = JsonWalk.of(MemorySegment.ofArray(input), Progress.UNTOLD);
            BitwardenHeader.read(walk).seal();
        } catch (ImportException e) {
            assertTrue(e.getCause() == null, "nothing of the content goes along");
        }
    }
}
