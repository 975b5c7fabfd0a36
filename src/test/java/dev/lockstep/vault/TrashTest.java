package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.format.FormatContents;
import dev.lockstep.format.FormatKeys;
import dev.lockstep.format.FormatReader;
import dev.lockstep.model.SecretId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been in the trash for long is asked about, and never deleted by itself. */
class TrashTest {
    @TempDir
    private Path folder;

    private final GoldenVault.Hours clock = new GoldenVault.Hours();
    private final Vaults vaults = new Vaults(clock, new SecureRandom(), TestState.FOLDER);
    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("v.lockstep");
    }

    private OpenVault open() throws Exception {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            return file.toFile().exists()
                    ? vaults.open(file).unlock(passphrase)
                    : vaults.create(file, passphrase, code, TestVaults.CHEAP, "Personal");
        }
    }

    private void pass(int days) {
        for (int hour = 0; hour < 24 * days; hour++) {
            clock.pass();
        }
    }

    @Test
    void whatIsThereForMoreThanThirtyDaysIsAskedAboutAndStays() throws Exception {
        try (OpenVault vault = open()) {
            SecretId kept = TestVaults.add(vault, "KEPT", "one").id();
            SecretId gone = TestVaults.add(vault, "GONE", "two").id();
            vault.secrets().trash(List.of(gone));
            pass(30);
            assertEquals(List.of(), vault.trash().lying());
            clock.pass();
            assertEquals(List.of(gone), vault.trash().lying());
            assertEquals(List.of(gone), vault.trash().due());
            assertEquals("two", TestVaults.text(vault.secrets().peek(gone)));
            vault.secrets().restore(List.of(gone));
            assertEquals(List.of(), vault.trash().lying());
            assertEquals("one", TestVaults.text(vault.secrets().peek(kept)));
        }
    }

    @Test
    void whoKeepsItIsAskedAgainAfterThirtyDaysAlsoWhenTheVaultWasClosed() throws Exception {
        SecretId gone;
        try (OpenVault vault = open()) {
            gone = TestVaults.add(vault, "GONE", "two").id();
            vault.history().keep(5);
            vault.secrets().trash(List.of(gone));
            pass(31);
            vault.trash().keep();
            assertEquals(List.of(), vault.trash().due());
            assertEquals(List.of(gone), vault.trash().lying());
        }
        pass(29);
        try (OpenVault vault = open()) {
            assertEquals(List.of(), vault.trash().due());
            pass(1);
            assertEquals(List.of(gone), vault.trash().due());
            assertEquals(5, vault.history().policy().historyKept(), "the other choice stays");
        }
    }

    @Test
    void afterHowManyDaysIsAskedCanBeChosenAndSwitchedOff() throws Exception {
        try (OpenVault vault = open()) {
            SecretId gone = TestVaults.add(vault, "GONE", "two").id();
            vault.secrets().trash(List.of(gone));
            pass(8);
            assertEquals(List.of(), vault.trash().due());
            vault.trash().ask(7);
            assertEquals(List.of(gone), vault.trash().due());
            long size = vault.audit().size();
            AuditEntry entry = vault.audit().page(size, 1).entries().getFirst();
            assertEquals(AuditEvent.POLICY_CHANGED, entry.event());
            assertEquals("trash: 30 -> 7", entry.note());
            vault.trash().ask(7);
            assertEquals(size, vault.audit().size(), "the same choice again changes nothing");
            vault.trash().ask(0);
            pass(400);
            assertEquals(List.of(), vault.trash().due());
            assertEquals(0, vault.trash().days());
        }
    }

    @Test
    void theSecondReaderFindsBothChoices() throws Exception {
        long when;
        try (OpenVault vault = open()) {
            pass(2);
            vault.history().keep(5);
            vault.trash().keep();
            when = clock.millis();
        }
        try (FormatReader reader = new FormatReader(file)) {
            byte[] password = TestVaults.PASSWORD.getBytes(StandardCharsets.UTF_8);
            FormatContents contents = reader.read(FormatKeys.byPassword(reader.slot(1), password));
            assertEquals(List.of(new FormatContents.Policy(5, 30, when)), contents.policies());
        }
    }
}
