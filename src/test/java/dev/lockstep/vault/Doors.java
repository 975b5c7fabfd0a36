package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens vaults in all ways, and changes the ways, with texts. */
final class Doors {
    static final String CODE = GoldenVault.RECOVERY_CODE;

    /** Another code than {@link #CODE}. */
    static final String OTHER_CODE = "C4G6-PSBS-41QP-C83M-D1MQ-4X3S-5NT7-EVS0-C9WQ-8SBK-5GG6-CTBR-CNJ2-YF10";

    private static final Vaults VAULTS = TestVaults.VAULTS;

    private Doors() {}

    static OpenVault create(Path file) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = TestVaults.value(CODE)) {
            return VAULTS.create(file, passphrase, code, TestVaults.CHEAP, "Personal");
        }
    }

    static OpenVault byPassword(Path file, String text) throws VaultException {
        return byPassword(file, text, Optional.empty());
    }

    static OpenVault byPassword(Path file, String text, Optional<Path> keyFile) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(text);
                LockedVault locked = VAULTS.open(file)) {
            return locked.unlock(new Password(passphrase, keyFile));
        }
    }

    static OpenVault byCode(Path file, String text) throws VaultException {
        try (SecretValue code = TestVaults.value(text);
                LockedVault locked = VAULTS.open(file)) {
            return locked.unlockWithRecoveryCode(code);
        }
    }

    static OpenVault byKeystore(Path file, SecretValue kept) throws VaultException {
        try (LockedVault locked = VAULTS.open(file)) {
            return locked.unlockWithKeystore(kept);
        }
    }

    static Permit prove(OpenVault vault, String text) throws VaultException {
        return prove(vault, text, Optional.empty());
    }

    static Permit prove(OpenVault vault, String text, Optional<Path> keyFile) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(text)) {
            return vault.keys().prove(new Password(passphrase, keyFile));
        }
    }

    static boolean change(OpenVault vault, Permit permit, String text) throws VaultException {
        return change(vault, permit, text, Optional.empty());
    }

    static boolean change(OpenVault vault, Permit permit, String text, Optional<Path> keyFile) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(text)) {
            return vault.keys().changePassword(permit, new Password(passphrase, keyFile), TestVaults.CHEAP);
        }
    }

    static boolean renew(OpenVault vault, Permit permit, String text) throws VaultException {
        try (SecretValue code = TestVaults.value(text)) {
            return vault.keys().renewRecoveryCode(permit, code);
        }
    }

    static boolean rekey(OpenVault vault, Permit permit, String password, String recoveryCode) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(password);
                SecretValue code = TestVaults.value(recoveryCode)) {
            NewWays next = new NewWays(Password.of(passphrase), code);
            return vault.keys().rekey(permit, next, TestVaults.CHEAP, Progress.UNTOLD, () -> true);
        }
    }

    static List<Way> ways(OpenVault vault) throws VaultException {
        return vault.keys().ways().stream().map(Keys.WayIn::way).sorted().toList();
    }

    static List<AuditEvent> events(OpenVault vault) throws VaultException {
        AuditLog.Page page = vault.audit().page(1, 10_000);
        if (!page.damage().isEmpty()) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.AUDIT));
        }
        return page.entries().stream().map(AuditEntry::event).toList();
    }
}
