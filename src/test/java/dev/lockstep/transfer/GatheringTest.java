package dev.lockstep.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.vault.SecretDetails;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static ImportEntry entry(String name, String description) {
        return new ImportEntry(
                name, SecretValue.copyOf(new byte[] {1}), Place.of(name), ImportEntry.Extras.described(description));
    }

    private static List<String> names(Gathering gathering) {
        try (ImportSource source = gathering.finish()) {
            return source.entries().stream().map(ImportEntry::name).toList();
        }
    }

    @Test
    void ofSeveralWithOneNameEachIsKept() {
        Gathering gathering = new Gathering();
        for (String name : List.of("A", "A (2)", "A", "A", "B")) {
            gathering.add(Holding.Thing.FIELD, entry(name, ""));
        }
        assertEquals(List.of("A", "A (2)", "A (3)", "A (4)", "B"), names(gathering));
    }

    @Test
    void aLongNameThatComesTwiceStaysWithinTheLimit() {
        Gathering gathering = new Gathering();
        String longest = "N".repeat(Gathering.MAX_NAME);
        gathering.add(Holding.Thing.FIELD, entry(longest, ""));
        gathering.add(Holding.Thing.FIELD, entry(longest, ""));
        assertEquals(List.of(longest, "N".repeat(Gathering.MAX_NAME - 4) + " (2)"), names(gathering));
    }

    @Test
    void whatCannotBeTakenIsToldAndCountedAndClosed() {
        Gathering gathering = new Gathering();
        ImportEntry nameless = entry("", "");
        gathering.add(Holding.Thing.PASSWORD, nameless);
        gathering.add(Holding.Thing.PASSWORD, entry("N".repeat(Gathering.MAX_NAME + 1), ""));
        gathering.add(Holding.Thing.PASSWORD, entry("GOOD", "d".repeat(SecretDetails.MAX_DESCRIPTION + 1)));
        gathering.lost(Holding.Thing.ATTACHMENT, Place.of("a.pdf"), ImportProblem.Kind.ATTACHMENT, Optional.of("GOOD"));
        try (ImportSource source = gathering.finish()) {
            assertThrows(IllegalStateException.class, () -> nameless.value().use(bytes -> bytes.length));
            assertEquals(
                    List.of("EMPTY_NAME", "NAME_TOO_LONG", "CUT", "ATTACHMENT"),
                    source.problems().stream()
                            .map(problem -> problem.kind().name())
                            .toList());
            assertEquals(
                    List.of(
                            new Holding(Holding.Thing.PASSWORD, Holding.Fate.SECRET, 1),
                            new Holding(Holding.Thing.PASSWORD, Holding.Fate.LEFT_OUT, 2),
                            new Holding(Holding.Thing.ATTACHMENT, Holding.Fate.LEFT_OUT, 1)),
                    source.holdings());
            assertEquals(
                    SecretDetails.MAX_DESCRIPTION,
                    source.entries().getFirst().extras().description().length());
        }
    }
}
