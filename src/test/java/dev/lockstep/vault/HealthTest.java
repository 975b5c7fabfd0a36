package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.vault.Finding.Concern;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    private static final String STRONG = "q7Jq0OlI1xPz4mWc2Vt8Nf3Yb6Kd9Rs";

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private OpenVault vault;
    private CollectionId production;
    private CollectionId staging;
    private int made;

    @BeforeEach
    void create() throws Exception {
        vault = create(ZoneOffset.UTC);
        production =
                vault.collections().add("Acme", "production", "upper-snake").id();
        staging = vault.collections().add("Acme", "staging", "free").id();
    }

    private OpenVault create(ZoneId zone) throws VaultException {
        Vaults vaults = new Vaults(time.withZone(zone), new SecureRandom(), TestState.NOWHERE);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            return vaults.create(
                    folder.resolve("v" + made++ + ".lockstep"), passphrase, code, TestVaults.CHEAP, "Personal");
        }
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private SecretId add(CollectionId to, String name, String text) throws VaultException {
        return add(to, name, text, Entry.Kind.API_KEY, Optional.empty());
    }

    private SecretId add(CollectionId to, String name, String text, Entry.Kind kind, Optional<LocalDate> due)
            throws VaultException {
        try (SecretValue value = TestVaults.value(text)) {
            SecretDetails details = new SecretDetails(to, name, "", List.of(), kind, false, due, 14);
            return vault.secrets().add(details, value).id();
        }
    }

    private SecretId due(String name, String day) throws VaultException {
        return add(staging, name, STRONG + name, Entry.Kind.TOKEN, Optional.of(LocalDate.parse(day)));
    }

    private List<Finding> found(Concern concern) {
        return vault.health().report().findings(concern);
    }

    private List<SecretId> secrets(List<Finding> findings) {
        return findings.stream().map(Finding::secret).toList();
    }

    private void look() throws Exception {
        vault.health().look((done, total) -> {});
    }

    @Test
    void aVaultWithoutSecretsHasNothingToWorryAbout() {
        HealthReport report = vault.health().report();

        assertEquals(List.of(), report.findings());
        assertEquals(0, report.secrets());
        assertEquals(0, report.affected());
        assertEquals(LocalDate.of(2026, 5, 2), report.day());
        assertTrue(report.ages().stream().allMatch(count -> count.values() == 0));
        assertTrue(report.dues().stream().allMatch(count -> count.secrets() == 0));
    }

    @Test
    void weakAndEmptyValuesAreFoundByName() throws Exception {
        SecretId second = add(staging, "B", "hunter2");
        SecretId first = add(staging, "A", "");
        add(staging, "C", STRONG);

        assertEquals(List.of(first, second), secrets(found(Concern.WEAK)));
        assertEquals(2, vault.health().report().affected());
    }

    @Test
    void secretsThatShareAValueStandInGroupsTheLargestFirst() throws Exception {
        SecretId pair1 = add(staging, "A", "two share this value 1");
        SecretId pair2 = add(staging, "E", "two share this value 1");
        SecretId triple1 = add(staging, "B", "three share this value 2");
        SecretId triple2 = add(production, "C", "three share this value 2");
        SecretId triple3 = add(staging, "D", "three share this value 2");
        add(staging, "ALONE", STRONG);
        add(staging, "EMPTY_1", "");
        add(staging, "EMPTY_2", "");
        vault.secrets().trash(List.of(add(staging, "IN_TRASH", STRONG)));

        assertEquals(
                List.of(
                        new Finding.Reused(triple1, triple2, 1),
                        new Finding.Reused(triple2, triple1, 1),
                        new Finding.Reused(triple3, triple1, 1),
                        new Finding.Reused(pair1, pair2, 0),
                        new Finding.Reused(pair2, pair1, 0)),
                found(Concern.REUSED));
    }

    @Test
    void aValueIsOldOnTheDayAfterOneYearAndAnEditOfTheNameDoesNotMakeItYoung() throws Exception {
        SecretId id = add(staging, "A", STRONG);
        time.pass(Duration.ofDays(365));
        assertEquals(List.of(), found(Concern.OLD));

        time.pass(Duration.ofDays(1));
        Entry entry = vault.catalog().entry(id).orElseThrow();
        vault.secrets().edit(entry, SecretDetails.of(entry).withName("RENAMED"));
        assertEquals(List.of(new Finding.Old(id)), found(Concern.OLD));

        Entry renamed = vault.catalog().entry(id).orElseThrow();
        try (SecretValue value = TestVaults.value("another " + STRONG)) {
            vault.secrets().edit(renamed, SecretDetails.of(renamed), value);
        }
        assertEquals(List.of(), found(Concern.OLD));
    }

    @Test
    void overdueAndDueSoonAreToldApartByTheDay() throws Exception {
        SecretId later = due("LATER", "2026-05-17");
        SecretId soon = due("SOON", "2026-05-16");
        SecretId today = due("TODAY", "2026-05-02");
        SecretId yesterday = due("YESTERDAY", "2026-05-01");
        SecretId longAgo = due("LONG_AGO", "2024-05-01");

        assertEquals(List.of(longAgo, yesterday), secrets(found(Concern.OVERDUE)));
        assertEquals(List.of(today, soon), secrets(found(Concern.DUE_SOON)));
        assertEquals(4, vault.catalog().counts().rotateSoon());
        assertEquals(2, vault.catalog().counts().overdue());
        assertEquals(
                List.of(new Finding.DueSoon(today), new Finding.DueSoon(soon), new Finding.DueLater(later)),
                vault.health().report().due(Optional.of(YearMonth.of(2026, 5))));
    }

    @Test
    void theDayIsThatOfTheClocksZone() throws Exception {
        due("DUE", "2026-05-02");
        time.pass(Duration.ofHours(11));
        Path file = vault.file();
        vault.close();

        assertEquals(0, overdueIn(file, ZoneOffset.UTC));
        assertEquals(0, overdueIn(file, ZoneId.of("America/Los_Angeles")));
        assertEquals(1, overdueIn(file, ZoneId.of("Pacific/Kiritimati")));
    }

    private int overdueIn(Path file, ZoneId zone) throws VaultException {
        LockedVault locked = new Vaults(time.withZone(zone), new SecureRandom(), TestState.NOWHERE).open(file);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                OpenVault open = locked.unlock(passphrase)) {
            assertEquals(
                    open.catalog().counts().overdue(),
                    open.health().report().findings(Concern.OVERDUE).size());
            return open.catalog().counts().overdue();
        }
    }

    @Test
    void namesAgainstTheRuleOfTheirCollectionAreFound() throws Exception {
        SecretId bad = add(production, "not upper", STRONG);
        add(staging, "not upper", STRONG + "2");

        assertEquals(List.of(new Finding.BadName(bad)), found(Concern.NAME));
    }

    @Test
    void thePicturesCountEverySecretOnce() throws Exception {
        due("A", "2026-04-30");
        due("B", "2026-05-02");
        due("C", "2026-05-31");
        due("D", "2026-06-01");
        due("E", "2027-04-30");
        due("F", "2027-05-01");
        add(staging, "WEAK", "hunter2");
        time.pass(Duration.ofDays(91));
        add(staging, "NEW", STRONG);
        add(staging, "EMPTY", "");
        HealthReport report = vault.health().report();

        assertEquals(
                List.of(
                        new HealthReport.AgeCount(Age.MONTH, 1, 0),
                        new HealthReport.AgeCount(Age.QUARTER, 0, 0),
                        new HealthReport.AgeCount(Age.HALF_YEAR, 7, 1)),
                report.ages().subList(0, 3));
        assertEquals(7, report.aged(Age.HALF_YEAR).size());
        assertEquals(LocalDate.of(2026, 8, 1), report.day());
        assertEquals(
                new HealthReport.DueCount(Optional.empty(), 4, 0), report.dues().getFirst());
        assertEquals(
                new HealthReport.DueCount(Optional.of(YearMonth.of(2027, 4)), 1, 0),
                report.dues().get(9));
        assertEquals(HealthReport.MONTHS + 1, report.dues().size());
        assertEquals(0, report.dueLater());
        assertEquals(List.of(), report.due(Optional.of(YearMonth.of(2027, 7))));
    }

    @Test
    void whatIsDueAfterTheMonthsShownIsCountedApart() throws Exception {
        due("LAST_SHOWN", "2027-04-30");
        due("FIRST_HIDDEN", "2027-05-01");

        HealthReport report = vault.health().report();

        assertEquals(1, report.dues().getLast().secrets());
        assertEquals(1, report.dueLater());
    }

    @Test
    void noValueIsOpenedUnlessAskedFor() throws Exception {
        add(production, "STRIPE_KEY", "sk_test_0123456789abcdef");

        assertEquals(List.of(), found(Concern.MISPLACED));
        assertEquals(0, vault.health().report().lookedInto());
        assertEquals(1, vault.health().report().values());
    }

    @Test
    void keysInTheWrongEnvironmentAreFoundByLookingAndThatIsNotNotedAsRevealed() throws Exception {
        SecretId test = add(production, "STRIPE_KEY", "sk_test_0123456789abcdef");
        SecretId live = add(staging, "STRIPE_KEY", "rk_live_0123456789abcdef\n");
        add(production, "STRIPE_TEST_KEY", "sk_test_0123456789abcdeg");
        add(production, "STRIPE_LIVE", "sk_live_0123456789abcdef");

        look();

        assertEquals(
                List.of(
                        new Finding.Misplaced(test, KnownKey.STRIPE_SECRET_TEST, Misfit.TEST_IN_PRODUCTION),
                        new Finding.Misplaced(live, KnownKey.STRIPE_RESTRICTED_LIVE, Misfit.LIVE_IN_TEST)),
                found(Concern.MISPLACED));
        assertEquals(4, vault.health().report().lookedInto());
        assertTrue(vault.catalog().entry(test).orElseThrow().lastRevealed().isEmpty());
    }

    @Test
    void publicKeysAreOnlyMentionedUnlessTheNamePromisesASecret() throws Exception {
        SecretId published = add(production, "STRIPE_PUBLISHABLE_KEY", "pk_live_0123456789abcdef");
        SecretId confused = add(production, "STRIPE_SECRET_KEY", "pk_live_0123456789abcdeg");

        look();

        assertEquals(
                List.of(new Finding.NotSecret(published, KnownKey.STRIPE_PUBLISHABLE_LIVE)), found(Concern.NOT_SECRET));
        assertEquals(
                List.of(new Finding.Misplaced(confused, KnownKey.STRIPE_PUBLISHABLE_LIVE, Misfit.NO_SECRET)),
                found(Concern.MISPLACED));
        assertEquals(1, vault.health().report().affected());
    }

    @Test
    void anotherVendorsKeyAndAnotherKindAreFound() throws Exception {
        SecretId vendor = add(production, "GITHUB_TOKEN", "xoxb-0123456789-0123456789-abcdefgh");
        SecretId kind = add(
                production,
                "SIGNING",
                "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
                Entry.Kind.TOKEN,
                Optional.empty());

        look();

        assertEquals(
                List.of(
                        new Finding.Misplaced(vendor, KnownKey.SLACK_TOKEN, Misfit.OTHER_VENDOR),
                        new Finding.Misplaced(kind, KnownKey.PRIVATE_KEY, Misfit.OTHER_KIND)),
                found(Concern.MISPLACED));
    }

    @Test
    void whatWasSeenFollowsTheSecretToAnotherCollectionAndNotToAnotherValue() throws Exception {
        SecretId id = add(production, "STRIPE_KEY", "sk_test_0123456789abcdef");
        look();
        vault.secrets().move(List.of(id), staging);
        assertEquals(List.of(), found(Concern.MISPLACED));

        vault.secrets().move(List.of(id), production);
        assertEquals(1, found(Concern.MISPLACED).size());

        Entry entry = vault.catalog().entry(id).orElseThrow();
        try (SecretValue value = TestVaults.value("sk_live_0123456789abcdef")) {
            vault.secrets().edit(entry, SecretDetails.of(entry), value);
        }
        assertEquals(List.of(), found(Concern.MISPLACED));
        assertEquals(0, vault.health().report().lookedInto());
    }

    @Test
    void lookingAgainOpensOnlyWhatWasNotSeen() throws Exception {
        add(production, "A", STRONG);
        look();
        add(production, "B", STRONG + "2");
        add(production, "C", "");
        List<String> told = new ArrayList<>();

        vault.health().look((done, total) -> told.add(done + "/" + total));

        assertEquals(List.of("1/1"), told);
    }

    @Test
    void anInterruptedLookKeepsWhatItSaw() throws Exception {
        add(production, "A", STRONG);
        add(production, "B", STRONG + "2");

        assertThrows(
                InterruptedException.class,
                () -> vault.health()
                        .look((done, total) -> Thread.currentThread().interrupt()));

        assertEquals(1, vault.health().report().lookedInto());
    }

    @Test
    void afterTheLockThereIsNothingToReport() throws Exception {
        add(production, "A", STRONG);
        vault.close();

        assertEquals(0, vault.health().report().secrets());
    }

    @Test
    void aDamagedValueIsAFindingAndTheOthersAreLookedIntoAllTheSame() throws Exception {
        Sample sample = Sample.get();
        Path file = sample.in(folder);
        byte[] alpha;
        try (OpenVault damaged = sample.open(file)) {
            alpha = Sample.id(damaged, "ALPHA");
        }
        try (var connection = Sample.connect(file)) {
            assertEquals(1, Sample.update(connection, "UPDATE val SET v = zeroblob(length(v)) WHERE id = ?", alpha));
        }
        try (OpenVault damaged = sample.open(file)) {
            damaged.health().look((done, total) -> {});

            HealthReport report = damaged.health().report();
            assertEquals(
                    List.of(new Finding.Unreadable(
                            Sample.entry(damaged, "ALPHA").id())),
                    report.findings(Concern.UNREADABLE));
            assertEquals(report.values(), report.lookedInto());
        }
    }

    @Test
    void allFindingsStandInTheOrderOfTheirConcerns() throws Exception {
        add(production, "lower", "hunter2");
        due("OVER", "2026-05-01");
        HealthReport report = vault.health().report();

        assertEquals(
                List.of(Finding.Overdue.class, Finding.Weak.class, Finding.BadName.class),
                report.findings().stream().map(Object::getClass).toList());
        assertThrows(IndexOutOfBoundsException.class, () -> report.findings().get(3));
    }
}
