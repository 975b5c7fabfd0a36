package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameMapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in the golden vaults, by which each format is held, and the program that writes the newest. Once a format is released, its file
 * is never written again: later versions have to read it.
 */
final class GoldenVault {
    /** Typed with the umlaut in two parts; the vault was made with it in one. */
    static final String PASSWORD = "Zu\u0308rich, 5 golden \u9375s";

    static final String RECOVERY_CODE = "SAAB-REZ3-QXRM-C4Y4-ZG64-CZ28-EJV0-Q3E1-VF07-DCBT-SPJH-GDY5-187B-ARFT";
    static final KdfParameters COST = new KdfParameters(19 * 1024, 1, 1);
    static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00.123Z");
    static final Layout LAYOUT =
            new Layout(List.of("favourite", "name", "updated"), List.of(28.0, 312.5, 96.25), Query.Order.UPDATED, true);
    static final String DRAFT_VALUE = "half typed\n";

    static final RemoteDetails PRODUCTION = new RemoteDetails(
            "Production \u9375",
            "voximplant\napi.example.com\n7",
            NameMapping.UPPER_SNAKE,
            "ACME_",
            Map.of("address", "https://api.example.com", "application", " 7 ", "empty", ""));

    static final Conduct CONDUCT = new Conduct(false, Direction.TWO_WAY, true);
    static final SyncPolicy SYNC_POLICY = new SyncPolicy(true);

    static final RemoteDetails PAUSED = new RemoteDetails("Paused", "there", NameMapping.AS_IS, "", Map.of());

    /**
     * One secret.
     *
     * @param values from the oldest; each was saved an hour after the one before
     */
    record Golden(boolean acme, SecretDetails details, boolean trashed, List<byte[]> values) {}

    private static final CollectionId ANY = new CollectionId(new dev.lockstep.model.RowId(0, 0));

    private GoldenVault() {}

    static List<Golden> secrets() {
        SecretDetails signing = new SecretDetails(
                ANY,
                "SIGNING_KEY",
                "For the gateway.\nRotate with the certificate.",
                List.of("prod", "Z\u00fcrich", "\u9375"),
                Entry.Kind.CERTIFICATE,
                true,
                Optional.of(LocalDate.of(2027, 3, 1)),
                30);
        SecretDetails before1970 = new SecretDetails(
                ANY, "a", "", List.of(), Entry.Kind.OTHER, false, Optional.of(LocalDate.of(1969, 12, 31)), 0);
        return List.of(
                new Golden(true, signing, false, List.of(text("-----BEGIN KEY-----\r\nAAEC\n\n  end \t\n"))),
                new Golden(true, kind("BINARY", Entry.Kind.TOKEN), false, List.of(binary(5000))),
                new Golden(false, kind("EMPTY", Entry.Kind.WEBHOOK_SECRET), false, List.of(new byte[0])),
                new Golden(
                        false,
                        kind("Stra\u00dfe-\u043a\u043b\u044e\u0447-\u9375-\ud83d\udd11", Entry.Kind.PASSWORD),
                        false,
                        List.of(text(" \u043f\u0430\u0440\u043e\u043b\u044c \ud83d\udd11 \0 "))),
                new Golden(true, kind("OLD_TOKEN", Entry.Kind.TOKEN), true, List.of(text("tok_gone"))),
                new Golden(
                        true,
                        kind("ROTATED", Entry.Kind.API_KEY),
                        false,
                        List.of(text("one"), text("two"), text("three"))),
                new Golden(false, before1970, false, List.of(text("x"))));
    }

    static SecretDetails draft(CollectionId collection) {
        return SecretDetails.named(collection, "")
                .withDescription("not named yet")
                .withTags(List.of("later"));
    }

    private static SecretDetails kind(String name, Entry.Kind kind) {
        return new SecretDetails(
                ANY, name, "", List.of(), kind, false, Optional.empty(), SecretDetails.DEFAULT_LEAD_DAYS);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] binary(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    /** Writes the vault anew to the path given. */
    public static void main(String[] arguments) throws Exception {
        Hours clock = new Hours();
        Vaults vaults = new Vaults(clock, new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(PASSWORD.replace("u\u0308", "\u00fc"));
                SecretValue code = TestVaults.value(RECOVERY_CODE);
                OpenVault vault = vaults.create(Path.of(arguments[0]), passphrase, code, COST, "Personal")) {
            fill(vault, clock);
            addRemotes(vault, clock);
            addSync(vault);
        }
    }

    static void fill(OpenVault vault, Hours clock) throws VaultException {
        CollectionId personal = TestVaults.collection(vault);
        CollectionId acme =
                vault.collections().add("Acme", "production", "upper-snake").id();
        for (Golden golden : secrets()) {
            Entry entry = null;
            SecretDetails details = golden.details().withCollection(golden.acme() ? acme : personal);
            for (byte[] bytes : golden.values()) {
                clock.pass();
                try (SecretValue value = SecretValue.copyOf(bytes)) {
                    entry = entry == null
                            ? vault.secrets().add(details, value)
                            : vault.secrets().edit(entry, details, value);
                }
            }
            clock.pass();
            if (golden.trashed()) {
                vault.secrets().trash(List.of(entry.id()));
            } else if (golden.values().size() > 1) {
                vault.secrets().reveal(entry.id()).close();
                try (SecretValue value = TestVaults.value(DRAFT_VALUE)) {
                    vault.drafts().keep(Optional.of(new Drafts.Base(entry.id(), entry.version())), details, value);
                }
            }
        }
        clock.pass();
        vault.drafts().keep(Optional.empty(), draft(acme), null);
        vault.layout(LAYOUT);
    }

    /** Remotes, of which one is paused and one was removed again. Not in the vaults of format 1 and of the first of format 2. */
    static void addRemotes(OpenVault vault, Hours clock) throws VaultException {
        List<SecretCollection> collections = vault.collections().all();
        try (SecretValue key = SecretValue.copyOf(binary(300));
                SecretValue json = TestVaults.value("{\"key\": \"\u9375\"}\n")) {
            clock.pass();
            vault.remotes()
                    .add(
                            collections.getFirst().id(),
                            "voximplant",
                            PRODUCTION,
                            Map.of("credentials-json", json, "of-later", key));
            clock.pass();
            Remote paused = vault.remotes().add(collections.getLast().id(), "mixpeek", PAUSED, Map.of("api-key", key));
            vault.remotes().pause(paused.id());
            Remote gone = vault.remotes().add(collections.getLast().id(), "dreadnode", PAUSED, Map.of());
            vault.remotes().remove(gone.id());
        }
    }

    /** What is known of remotes, and how they are used. Not before format 3. */
    static void addSync(OpenVault vault) throws VaultException {
        List<Remote> remotes = vault.remotes().all();
        Remote production = remotes.getLast();
        vault.remotes().conduct(production.id(), CONDUCT);
        vault.sync().policy(SYNC_POLICY);
        TestSync.put(vault, remotes.getFirst().id(), 1, "of the paused one");
        TestSync.put(vault, production.id(), 1, "first");
        TestSync.put(vault, production.id(), 2, "");
        TestSync.put(vault, production.id(), 3, "long ".repeat(1000));
        TestSync.put(vault, production.id(), 1, "first, again");
    }

    /** A clock that stands still until an hour passes. */
    static final class Hours extends Clock {
        private Instant now = BEGIN;

        void pass() {
            now = now.plusSeconds(3600);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
