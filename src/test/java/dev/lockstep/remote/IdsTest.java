package dev.lockstep.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Watch;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call about one secret never becomes one about all of them, or about something else. */
class IdsTest {
    @ParameterizedTest
    @EnumSource
    void anIdThatNamesNothingIsRefusedBeforeAnyCall(Vendor vendor) throws Exception {
        try (PracticeRemote practice = new PracticeRemote(vendor);
                RemoteVault vault = practice.open();
                SecretValue value = Act.value("value")) {
            String name = vault.contract().names().mapping().apply("A_KEY");
            vault.create(NewSecret.of(name, value));
            Watch watch = new Watch();
            practice.simulator().witnessedBy(watch);
            for (String id : List.of("", " ", "\t\n", "\u2003", ".", "..", "../..", "a/..", "/")) {
                vault.inspector().ifPresent(it -> assertRefused(() -> it.inspect(id), id));
                vault.valueReader().ifPresent(it -> assertRefused(() -> it.read(id), id));
                vault.updater().ifPresent(it -> assertRefused(() -> it.update(id, RemoteVault.Change.to(value)), id));
                vault.renamer().ifPresent(it -> assertRefused(() -> it.rename(id, "ANOTHER_KEY"), id));
                vault.deleter().ifPresent(it -> assertRefused(() -> it.delete(id), id));
            }
            assertEquals(List.of(), watch.calls());
            assertEquals(
                    List.of(name),
                    Act.all(vault).stream().map(RemoteSecret::name).toList());
        }
    }

    private static void assertRefused(Executable call, String id) {
        assertEquals(
                new Trouble.Refused(""),
                assertThrows(RemoteException.class, call, () -> "'" + id + "'").trouble());
    }
}
