package dev.lockstep.vault;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Finding.Concern;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The health of all secrets outside the trash, as it was on one day: findings, and counts for pictures. Immutable. */
public final class HealthReport {
    /** How many calendar months the picture of the rotation days shows, the present one included. */
    public static final int MONTHS = 12;

    private static final int NO_MONTH = -1;

    private final LocalDate day;
    private final Vitals vitals;
    private final Map<Concern, List<Finding>> findings = new EnumMap<>(Concern.class);
    private final int affected;

    HealthReport(
            LocalDate day,
            Vitals vitals,
            SharedValues shared,
            SortedMap<Integer, Finding.Misplaced> misplaced,
            SortedMap<Integer, Finding.NotSecret> published) {
        this.day = day;
        this.vitals = vitals;
        put(Concern.UNREADABLE, Vitals.UNREADABLE, Finding.Unreadable::new);
        put(Concern.OVERDUE, marked(Vitals.OVERDUE, vitals::due), Finding.Overdue::new);
        findings.put(
                Concern.MISPLACED,
                misplaced.values().stream()
                        .sorted(Comparator.comparing(Finding.Misplaced::misfit))
                        .<Finding>map(Function.identity())
                        .toList());
        findings.put(Concern.REUSED, new Findings(shared.size(), index -> reused(shared, index)));
        put(Concern.WEAK, Vitals.WEAK, Finding.Weak::new);
        put(Concern.DUE_SOON, marked(Vitals.DUE_SOON, vitals::due), Finding.DueSoon::new);
        put(Concern.OLD, vitals.where(this::old, vitals::changed), Finding.Old::new);
        put(Concern.NAME, Vitals.BAD_NAME, Finding.BadName::new);
        findings.put(Concern.NOT_SECRET, List.copyOf(published.values()));
        affected = affected(shared, misplaced.keySet());
    }

    /**
     * How many values have an age.
     *
     * @param weak those among them that are easy to guess
     */
    public record AgeCount(Age age, int values, int weak) {}

    /**
     * How many secrets are due.
     *
     * @param month empty for those that are overdue
     * @param soon those among them that are due within their lead time
     */
    public record DueCount(Optional<YearMonth> month, int secrets, int soon) {}

    private int[] marked(int mark, IntUnaryOperator key) {
        return vitals.where(at -> vitals.is(at, mark), key);
    }

    private void put(Concern concern, int mark, Function<SecretId, Finding> finding) {
        put(concern, marked(mark, at -> 0), finding);
    }

    private void put(Concern concern, int[] places, Function<SecretId, Finding> finding) {
        findings.put(concern, list(places, at -> finding.apply(vitals.id(at))));
    }

    private static List<Finding> list(int[] places, IntFunction<Finding> finding) {
        return new Findings(places.length, index -> finding.apply(places[index]));
    }

    private Finding reused(SharedValues shared, int index) {
        return new Finding.Reused(
                vitals.id(shared.member(index)), vitals.id(shared.other(index)), shared.groupSize(index) - 2);
    }

    private boolean aged(int at) {
        return !vitals.is(at, Vitals.EMPTY);
    }

    private boolean old(int at) {
        return aged(at) && vitals.age(at).old();
    }

    private int affected(SharedValues shared, Set<Integer> misplaced) {
        boolean[] found = new boolean[vitals.size()];
        int any = Vitals.UNREADABLE | Vitals.OVERDUE | Vitals.WEAK | Vitals.DUE_SOON | Vitals.BAD_NAME;
        IntStream.range(0, shared.size()).forEach(index -> found[shared.member(index)] = true);
        misplaced.forEach(at -> found[at] = true);
        return vitals.count(at -> found[at] || vitals.is(at, any) || old(at));
    }

    /** The day that it is about. */
    public LocalDate day() {
        return day;
    }

    /** How many secrets were looked at. */
    public int secrets() {
        return vitals.size();
    }

    /** How many secrets have something to worry about. */
    public int affected() {
        return affected;
    }

    /** How many secrets have a value. */
    public int values() {
        return vitals.count(this::aged);
    }

    /** How many of the values were looked into since the vault was unlocked. */
    public int lookedInto() {
        return vitals.count(at -> aged(at) && !vitals.is(at, Vitals.UNSEEN));
    }

    /** The secrets whose values were not looked into, or could not be opened when they were. */
    List<SecretId> unseen() {
        return IntStream.of(marked(Vitals.UNSEEN | Vitals.UNREADABLE, at -> 0))
                .mapToObj(vitals::id)
                .toList();
    }

    /** All findings, the most pressing concern first. */
    public List<Finding> findings() {
        return Findings.joined(List.copyOf(findings.values()));
    }

    /** The findings of one concern: days in their order, shared values in groups, the rest by name. */
    public List<Finding> findings(Concern concern) {
        return Objects.requireNonNull(findings.get(concern));
    }

    /** How many values are of each age, the youngest first. */
    public List<AgeCount> ages() {
        return Arrays.stream(Age.values())
                .map(age -> new AgeCount(
                        age,
                        vitals.count(at -> aged(at) && vitals.age(at) == age),
                        vitals.count(at -> aged(at) && vitals.age(at) == age && vitals.is(at, Vitals.WEAK))))
                .toList();
    }

    /** The secrets whose values are of an age, the oldest value first. */
    public List<Finding> aged(Age age) {
        int[] places = vitals.where(at -> aged(at) && vitals.age(at) == age, vitals::changed);
        return list(places, at -> age.old() ? new Finding.Old(vitals.id(at)) : new Finding.Fresh(vitals.id(at)));
    }

    /** What is overdue, then what is due in each of the next {@link #MONTHS} calendar months. */
    public List<DueCount> dues() {
        int[] all = new int[1 + MONTHS];
        int[] soon = new int[all.length];
        for (int at = 0; at < vitals.size(); at++) {
            int place = duePlace(at);
            if (place != NO_MONTH) {
                all[place]++;
                soon[place] += vitals.is(at, Vitals.DUE_SOON) ? 1 : 0;
            }
        }
        YearMonth present = YearMonth.from(day);
        return IntStream.range(0, all.length)
                .mapToObj(place -> new DueCount(
                        place == 0 ? Optional.empty() : Optional.of(present.plusMonths(place - 1L)),
                        all[place],
                        soon[place]))
                .toList();
    }

    /** The secrets that are due in a month, the first day first; empty for those that are overdue. */
    public List<Finding> due(Optional<YearMonth> month) {
        if (month.isEmpty()) {
            return findings(Concern.OVERDUE);
        }
        int wanted = 1 + (int) YearMonth.from(day).until(month.get(), ChronoUnit.MONTHS);
        int[] places = vitals.where(at -> duePlace(at) == wanted, vitals::due);
        return list(
                places,
                at -> vitals.is(at, Vitals.DUE_SOON)
                        ? new Finding.DueSoon(vitals.id(at))
                        : new Finding.DueLater(vitals.id(at)));
    }

    /** How many secrets have a rotate-by day after all the months shown. */
    public int dueLater() {
        return vitals.count(at -> vitals.due(at) != HeadCodec.NO_DAY && duePlace(at) == NO_MONTH);
    }

    private int duePlace(int at) {
        if (vitals.due(at) == HeadCodec.NO_DAY) {
            return NO_MONTH;
        }
        if (vitals.is(at, Vitals.OVERDUE)) {
            return 0;
        }
        YearMonth due = YearMonth.from(LocalDate.ofEpochDay(vitals.due(at)));
        long months = YearMonth.from(day).until(due, ChronoUnit.MONTHS);
        return months < MONTHS ? 1 + (int) months : NO_MONTH;
    }
}
