package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of what happened never depends on a clock. */
class ClockTest {
    @TempDir
    private Path folder;

    private Vaults at(String time) {
        Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        return new Vaults(clock, new SecureRandom(), folder.resolve("state"));
    }

    private OpenVault unlock(Vaults vaults, Path file) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                LockedVault locked = vaults.open(file)) {
            return locked.unlock(passphrase);
        }
    }

    private static Entry edit(OpenVault vault, String text) throws VaultException {
        Entry entry = Sample.entry(vault, "KEY");
        try (SecretValue value = TestVaults.value(text)) {
            return vault.secrets().edit(entry, SecretDetails.of(entry), value);
        }
    }

    @Test
    void aClockSetBackOrFarAheadLosesNothingAndRaisesNoAlarm() throws Exception {
        Path file = folder.resolve("clock.lockstep");
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = TestVaults.VAULTS.newRecoveryCode();
                OpenVault vault =
                        at("2026-11-21T10:00:00Z").create(file, passphrase, code, TestVaults.CHEAP, "Personal")) {
            TestVaults.add(vault, "KEY", "one");
        }
        try (OpenVault vault = unlock(at("1970-01-01T00:00:01Z"), file)) {
            assertTrue(vault.rollback().isEmpty());
            edit(vault, "two");
        }
        try (OpenVault vault = unlock(at("2106-02-07T06:28:16Z"), file)) {
            edit(vault, "three");
        }
        try (OpenVault vault = unlock(at("2001-09-09T01:46:40Z"), file)) {
            assertTrue(vault.rollback().isEmpty());
            Entry entry = edit(vault, "four");
            List<History.Version> versions = vault.history().versions(entry.id());
            List<String> values = versions.stream()
                    .map(version -> text(vault, entry, version))
                    .toList();
            assertEquals(List.of("four", "three", "two", "one"), values);
            assertEquals(Instant.parse("2106-02-07T06:28:16Z"), versions.get(1).written());
            assertEquals(List.of(), vault.audit().page(1, 100).damage());
        }
    }

    private static String text(OpenVault vault, Entry entry, History.Version version) {
        try {
            return TestVaults.text(vault.history().peek(entry.id(), version.version()));
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
    }
}
