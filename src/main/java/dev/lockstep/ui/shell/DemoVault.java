package dev.lockstep.ui.shell;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.Recipe;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.Vaults;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A vault to try things on: names as a team has them, random values, and a password that its own file name tells. */
final class DemoVault {
    private static final String PASSWORD = "demo demo demo";

    /** The name tells the password, so that the unlock screen does. */
    static final String FILE = "Demo (password is " + PASSWORD + ")" + Vaults.SUFFIX;

    private static final int NEVER = Integer.MAX_VALUE;
    private static final List<Sample> PRODUCTION = List.of(
            new Sample("STRIPE_API_KEY", "Live key of the billing account", "payments", Entry.Kind.API_KEY, 38),
            new Sample("STRIPE_WEBHOOK_SECRET", "Signs what Stripe sends us", "payments", Entry.Kind.WEBHOOK_SECRET, 2),
            new Sample("GITHUB_TOKEN", "Read access for the build", "ci", Entry.Kind.TOKEN, -6),
            new Sample("OPENAI_API_KEY", "", "ai", Entry.Kind.API_KEY, NEVER),
            new Sample("DATABASE_PASSWORD", "Primary, read and write", "infra", Entry.Kind.PASSWORD, 200),
            new Sample(
                    "sendgrid-key", "Its name breaks the rule of this collection", "mail", Entry.Kind.API_KEY, NEVER));
    private static final List<Sample> STAGING = List.of(
            new Sample("STRIPE_API_KEY", "Test mode", "payments", Entry.Kind.API_KEY, NEVER),
            new Sample("DATABASE_PASSWORD", "", "infra", Entry.Kind.PASSWORD, NEVER),
            new Sample("SENTRY_DSN", "", "infra", Entry.Kind.OTHER, NEVER));
    private final Vaults vaults;
    private final SecureRandom random;
    private final LocalDate today;

    DemoVault(Vaults vaults, SecureRandom random, LocalDate today) {
        this.vaults = vaults;
        this.random = random;
        this.today = today;
    }

    private record Sample(String name, String description, String tag, Entry.Kind kind, int dueIn) {}

    /** Creates the file and leaves the vault unlocked. */
    OpenVault create(Path file) throws VaultException, CharacterCodingException {
        try (SecretBuffer typed = new SecretBuffer(PASSWORD.length())) {
            typed.insert(0, PASSWORD);
            try (Passphrase passphrase = Passphrase.of(typed);
                    SecretValue code = vaults.newRecoveryCode()) {
                return filled(vaults.create(file, passphrase, code, KdfParameters.DEFAULT, "Personal"));
            }
        }
    }

    private OpenVault filled(OpenVault vault) throws VaultException {
        try {
            String rule = NamingRules.UPPER_SNAKE.id();
            add(vault, vault.collections().add("Acme", "production", rule).id(), PRODUCTION);
            add(vault, vault.collections().add("Acme", "staging", rule).id(), STAGING);
            return vault;
        } catch (VaultException e) {
            vault.close();
            throw e;
        }
    }

    private void add(OpenVault vault, CollectionId collection, List<Sample> samples) throws VaultException {
        for (Sample sample : samples) {
            Optional<LocalDate> due =
                    sample.dueIn() == NEVER ? Optional.empty() : Optional.of(today.plusDays(sample.dueIn()));
            SecretDetails details = new SecretDetails(
                    collection,
                    sample.name(),
                    sample.description(),
                    List.of(sample.tag()),
                    sample.kind(),
                    samples.getFirst().equals(sample),
                    due,
                    SecretDetails.DEFAULT_LEAD_DAYS);
            try (SecretValue value =
                    Recipe.defaultFor(Recipe.Purpose.API_SECRET).generate(random)) {
                vault.secrets().add(details, value);
            }
        }
    }
}
