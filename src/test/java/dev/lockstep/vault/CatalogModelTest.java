package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.naming.NamingRules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, orders and counts of the catalog against the plainest Java that says the same, while secrets come, change and go. */
class CatalogModelTest {
    private static final List<String> WORDS = List.of(
            "stripe",
            "STRIPE",
            "Key",
            "_",
            "\u0131\u015f\u0131k",
            "I\u015eIK",
            "\u0130zmir",
            "izmir",
            "\u00df",
            "\u1e9e",
            "\u03a3\u03c2",
            "\u9375",
            "\ud83d\udd11",
            "a",
            "z",
            "0",
            "\uffee",
            "\ud800\udc00",
            "\n",
            "\u007f",
            "\u0085",
            "\u00a9");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Locale before = Locale.getDefault();
    private final Random random = new Random(404);
    private final Map<SecretId, Catalog.Versioned> model = new HashMap<>();
    private final List<SecretCollection> collections = List.of(
            collection(1, "Beta", "upper-snake"), collection(2, "alpha", "free"), collection(3, "ALPHA2", "free"));
    private final Catalog catalog = new Catalog(Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));

    private static SecretCollection collection(int id, String name, String rule) {
        return new SecretCollection(new CollectionId(new RowId(id, -id)), name, "", rule);
    }

    @BeforeEach
    void turkish() {
        Locale.setDefault(Locale.forLanguageTag("tr"));
        catalog.replace(
                new HeadTable(0),
                collections.stream().collect(Collectors.toMap(SecretCollection::id, Function.identity())));
    }

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    private String text(int words) {
        return IntStream.range(0, random.nextInt(words + 1))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
    }

    private Head head() {
        SecretDetails details = new SecretDetails(
                collections.get(random.nextInt(collections.size())).id(),
                "n".repeat(random.nextInt(2)) + text(4),
                text(3),
                random.nextBoolean() ? List.of() : List.of(text(1) + "t", WORDS.get(random.nextInt(3))),
                Entry.Kind.TOKEN,
                random.nextBoolean(),
                random.nextBoolean() ? Optional.empty() : Optional.of(TODAY.plusDays(random.nextInt(60) - 20)),
                random.nextInt(30));
        Head.ValueInfo value = new Head.ValueInfo(
                random.nextInt(5),
                random.nextInt(3),
                Strength.values()[random.nextInt(5)],
                0,
                new byte[16],
                new byte[8],
                SetHash.EMPTY);
        return new Head(
                details, random.nextInt(4), random.nextInt(4), 0, random.nextInt(3), random.nextInt(8) / 7, value);
    }

    private void change(int count) {
        List<Batch.HeadChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SecretId id = new SecretId(new RowId(random.nextInt(20), random.nextInt(20) - 10));
            boolean removed = random.nextInt(4) == 0;
            Head head = head();
            changes.add(new Batch.HeadChange(id, i, removed ? null : HeadCodec.encode(head)));
            if (removed) {
                model.remove(id);
            } else {
                model.put(id, new Catalog.Versioned(head, i));
            }
        }
        catalog.apply(changes);
    }

    private static String fold(String text) {
        return text.codePoints()
                .map(point -> Character.toLowerCase(Character.toUpperCase(point)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String searched(SecretDetails details) {
        StringBuilder all = new StringBuilder(fold(details.name())).append('\0');
        all.append(fold(details.description())).append('\0');
        details.tags().forEach(tag -> all.append(fold(tag)).append('\0'));
        return all.toString();
    }

    private Comparator<SecretId> naive(Query.Order order) {
        Comparator<SecretId> byId = (left, right) ->
                Arrays.compareUnsigned(left.row().bytes(), right.row().bytes());
        Comparator<SecretId> byName = Comparator.<SecretId, byte[]>comparing(
                        id -> searched(details(id)).getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
                .thenComparing(byId);
        return switch (order) {
            case NAME -> byName;
            case ID -> byId;
            case UPDATED ->
                Comparator.<SecretId>comparingLong(id -> head(id).modified()).thenComparing(byName);
            case CREATED ->
                Comparator.<SecretId>comparingLong(id -> head(id).created()).thenComparing(byName);
            case LAST_REVEALED ->
                Comparator.<SecretId>comparingLong(id -> head(id).lastRevealed())
                        .thenComparing(byName);
            case SIZE ->
                Comparator.<SecretId>comparingInt(id -> head(id).value().size()).thenComparing(byName);
            case VERSIONS ->
                Comparator.<SecretId>comparingInt(id -> head(id).value().versions())
                        .thenComparing(byName);
            case STRENGTH ->
                Comparator.<SecretId, Strength>comparing(id -> head(id).value().strength())
                        .thenComparing(byName);
            case ROTATE_BY ->
                Comparator.<SecretId, LocalDate>comparing(
                                id -> details(id).rotateBy().orElse(LocalDate.MAX))
                        .thenComparing(byName);
            case COLLECTION ->
                Comparator.<SecretId, String>comparing(
                                id -> fold(collectionOf(id).title()))
                        .thenComparing(byName);
            case DESCRIPTION ->
                Comparator.<SecretId, String>comparing(id -> fold(details(id).description()))
                        .thenComparing(byName);
            case TAGS ->
                Comparator.<SecretId, String>comparing(
                                id -> fold(String.join("\0", details(id).tags())))
                        .thenComparing(byName);
        };
    }

    private Head head(SecretId id) {
        return model.get(id).head();
    }

    private SecretDetails details(SecretId id) {
        return head(id).details();
    }

    private SecretCollection collectionOf(SecretId id) {
        return collections.stream()
                .filter(known -> known.id().equals(details(id).collection()))
                .findFirst()
                .orElseThrow();
    }

    private Predicate<SecretId> naive(Query.Scope scope) {
        Predicate<SecretId> kept = id -> head(id).trashed() == 0;
        return switch (scope) {
            case Query.Scope.All all -> kept;
            case Query.Scope.Trash trash -> kept.negate();
            case Query.Scope.Favourites favourites -> kept.and(id -> details(id).favourite());
            case Query.Scope.RotateSoon soon ->
                kept.and(id -> details(id).rotateBy().isPresent()
                        && !details(id)
                                .rotateBy()
                                .get()
                                .minusDays(details(id).leadDays())
                                .isAfter(TODAY));
            case Query.Scope.NameProblems problems ->
                kept.and(id -> !NamingRules.byId(collectionOf(id).rule())
                        .orElseThrow()
                        .accepts(details(id).name()));
            case Query.Scope.InCollection in ->
                kept.and(id -> details(id).collection().equals(in.collection()));
            case Query.Scope.Tagged tagged -> kept.and(id -> details(id).tags().contains(tagged.tag()));
        };
    }

    private void requireSame(Query query) {
        List<String> words =
                Arrays.stream(fold(query.text()).strip().split("\\s+")).toList();
        Comparator<SecretId> order = naive(query.order());
        List<SecretId> expected = model.keySet().stream()
                .filter(naive(query.scope()))
                .filter(id -> words.stream().allMatch(searched(details(id))::contains))
                .sorted(query.descending() ? order.reversed() : order)
                .toList();
        Catalog.Hits hits = catalog.find(query);
        assertEquals(
                expected, IntStream.range(0, hits.size()).mapToObj(hits::id).toList(), query.toString());
    }

    private void requireSameCounts() {
        Counts counts = catalog.counts();
        assertEquals(
                model.keySet().stream().filter(naive(new Query.Scope.All())).count(), counts.all());
        assertEquals(
                model.keySet().stream().filter(naive(new Query.Scope.Trash())).count(), counts.trash());
        assertEquals(
                model.keySet().stream()
                        .filter(naive(new Query.Scope.Favourites()))
                        .count(),
                counts.favourites());
        assertEquals(
                model.keySet().stream()
                        .filter(naive(new Query.Scope.RotateSoon()))
                        .count(),
                counts.rotateSoon());
        assertEquals(
                model.keySet().stream()
                        .filter(naive(new Query.Scope.NameProblems()))
                        .count(),
                counts.nameProblems());
        Map<CollectionId, Long> each = model.keySet().stream()
                .filter(naive(new Query.Scope.All()))
                .collect(Collectors.groupingBy(id -> details(id).collection(), Collectors.counting()));
        assertEquals(each.toString(), longs(counts.collections(), each).toString());
        Map<String, Long> tags = model.keySet().stream()
                .filter(naive(new Query.Scope.All()))
                .flatMap(id -> details(id).tags().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(tags, counts.tags().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                (long) entry.getValue())));
    }

    private static <K> Map<K, Long> longs(Map<K, Integer> counts, Map<K, Long> like) {
        Map<K, Long> longs = new HashMap<>(like);
        longs.replaceAll((key, count) -> 0L);
        counts.forEach((key, count) -> longs.put(key, (long) count));
        return longs;
    }

    @Test
    void theCatalogAndThePlainestJavaAgree() {
        List<Query.Scope> scopes = List.of(
                new Query.Scope.All(),
                new Query.Scope.Trash(),
                new Query.Scope.Favourites(),
                new Query.Scope.RotateSoon(),
                new Query.Scope.NameProblems(),
                new Query.Scope.InCollection(collections.get(1).id()),
                new Query.Scope.Tagged("STRIPE"));
        for (int round = 0; round < 120; round++) {
            change(round % 10 == 9 ? 150 : 1 + random.nextInt(8));
            for (Query.Order order : Query.Order.values()) {
                Query.Scope scope = scopes.get(random.nextInt(scopes.size()));
                requireSame(new Query(scope, text(2), order, random.nextBoolean()));
                requireSame(new Query(new Query.Scope.All(), "", order, false));
            }
            requireSameCounts();
        }
        catalog.wipe();
        model.clear();
        requireSame(Query.ALL);
        requireSameCounts();
    }
}
