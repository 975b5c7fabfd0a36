package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Finding.Concern;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports of 100,000 secrets against the plainest Java that says the same. */
class HealthModelTest {
    private static final int COUNT = 100_000;
    private static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T22:00:00Z"), ZONE);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final SecretCollection PLACE =
            new SecretCollection(new CollectionId(new RowId(1, 1)), "Acme", "", "upper-snake");

    private static final Random RANDOM = new Random(21);
    private static final Map<SecretId, Head> MODEL =
            new TreeMap<>(java.util.Comparator.comparing(id -> id.row().low()));
    private static final Catalog CATALOG = new Catalog(CLOCK);

    private static Head head(int number) {
        SecretDetails details = new SecretDetails(
                PLACE.id(),
                (RANDOM.nextInt(10) == 0 ? "lower_" : "KEY_") + String.format("%06d", number),
                "",
                List.of(),
                Entry.Kind.API_KEY,
                false,
                RANDOM.nextBoolean() ? Optional.empty() : Optional.of(TODAY.plusDays(RANDOM.nextInt(500) - 50)),
                RANDOM.nextInt(30));
        int size = RANDOM.nextInt(50) == 0 ? 0 : 32;
        Strength strength = size == 0 ? Strength.EMPTY : Strength.values()[1 + RANDOM.nextInt(4)];
        byte[] fingerprint =
                ByteBuffer.allocate(8).putLong(RANDOM.nextInt(COUNT)).array();
        Head.ValueInfo value = new Head.ValueInfo(size, 1, strength, 0, new byte[16], fingerprint, SetHash.EMPTY);
        long changed = CLOCK.instant()
                .minus(RANDOM.nextInt(1000 * 24), ChronoUnit.HOURS)
                .toEpochMilli();
        return new Head(details, 0, 0, changed, 0, RANDOM.nextInt(20) / 19, value);
    }

    @BeforeAll
    static void fill() {
        CATALOG.replace(new HeadTable(0), Map.of(PLACE.id(), PLACE));
        List<Batch.HeadChange> changes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            SecretId id = new SecretId(new RowId(7, i));
            Head head = head(i);
            changes.add(new Batch.HeadChange(id, 1, HeadCodec.encode(head)));
            if (head.trashed() == 0) {
                MODEL.put(id, head);
            }
        }
        CATALOG.apply(changes);
    }

    private static Set<SecretId> where(java.util.function.Predicate<Head> holds) {
        return MODEL.entrySet().stream()
                .filter(entry -> holds.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static long age(Head head) {
        return ChronoUnit.DAYS.between(
                Instant.ofEpochMilli(head.valueChanged()).atZone(ZONE).toLocalDate(), TODAY);
    }

    private static boolean hasValue(Head head) {
        return head.value().size() > 0;
    }

    private static Set<SecretId> secrets(List<Finding> findings) {
        Set<SecretId> found = findings.stream().map(Finding::secret).collect(Collectors.toSet());
        assertEquals(findings.size(), found.size());
        return found;
    }

    @Test
    void theReportAndThePlainestJavaAgree() {
        HealthReport report = CATALOG.health(new Sightings());
        Map<Long, Long> values = MODEL.values().stream()
                .filter(HealthModelTest::hasValue)
                .collect(Collectors.groupingBy(HealthModelTest::fingerprint, Collectors.counting()));

        assertEquals(MODEL.size(), report.secrets());
        assertEquals(
                where(head -> head.details().rotateBy().filter(TODAY::isAfter).isPresent()),
                secrets(report.findings(Concern.OVERDUE)));
        assertEquals(where(HealthModelTest::soon), secrets(report.findings(Concern.DUE_SOON)));
        assertEquals(
                where(head -> head.value().strength().compareTo(Strength.WEAK) <= 0),
                secrets(report.findings(Concern.WEAK)));
        assertEquals(where(head -> hasValue(head) && age(head) > 365), secrets(report.findings(Concern.OLD)));
        assertEquals(where(head -> head.details().name().startsWith("lower")), secrets(report.findings(Concern.NAME)));
        assertEquals(
                where(head -> hasValue(head) && values.get(fingerprint(head)) > 1),
                secrets(report.findings(Concern.REUSED)));
        assertEquals(secrets(dedup(report.findings())).size(), report.affected());
        assertEquals(
                where(head -> hasValue(head) && age(head) > 30 && age(head) <= 90), secrets(report.aged(Age.QUARTER)));
        assertEquals(
                report.values(),
                report.ages().stream().mapToInt(HealthReport.AgeCount::values).sum());
        assertEquals(
                where(head -> head.details().rotateBy().isPresent()).size(),
                report.dueLater()
                        + report.dues().stream()
                                .mapToInt(HealthReport.DueCount::secrets)
                                .sum());
    }

    /** One finding for each secret. */
    private static List<Finding> dedup(List<Finding> findings) {
        return List.copyOf(findings.stream()
                .collect(Collectors.toMap(Finding::secret, finding -> finding, (first, second) -> first))
                .values());
    }

    @Test
    void everyGroupOfSharedValuesStandsTogether() {
        List<Finding> reused = CATALOG.health(new Sightings()).findings(Concern.REUSED);

        int largest = Integer.MAX_VALUE;
        for (int start = 0; start < reused.size(); ) {
            Finding.Reused first = (Finding.Reused) reused.get(start);
            int size = first.more() + 2;
            long value = fingerprint(MODEL.get(first.secret()));
            for (int i = start; i < start + size; i++) {
                Finding.Reused member = (Finding.Reused) reused.get(i);
                assertEquals(value, fingerprint(MODEL.get(member.secret())));
                assertEquals(value, fingerprint(MODEL.get(member.other())));
                assertEquals(i == start, !member.other().equals(first.secret()));
            }
            assertTrue(size <= largest);
            largest = size;
            start += size;
        }
    }

    private static boolean soon(Head head) {
        return head.details()
                .rotateBy()
                .filter(day -> !day.isBefore(TODAY))
                .filter(day -> !day.minusDays(head.details().leadDays()).isAfter(TODAY))
                .isPresent();
    }

    private static long fingerprint(Head head) {
        return ByteBuffer.wrap(head.value().fingerprint()).getLong();
    }
}
