package dev.lockstep.remote.hookpulse;

import static dev.lockstep.remote.hooks.Bench.assertTrouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final Trouble ODD = new Trouble.ProtocolError(Breach.UNEXPECTED);

    private static Page page(Optional<Boolean> more, String... names) {
        return new Page(List.of(names).stream().map(RemoteSecret::named).toList(), more);
    }

    private static List<String> walk(IntFunction<Page> pages) throws RemoteException {
        List<String> names = new ArrayList<>();
        Paging paging = new Paging();
        while (!paging.isOver()) {
            paging.next(pages.apply(paging.number())).forEach(secret -> names.add(secret.name()));
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 1000})
    void circlesOfEveryLengthEnd(int length) {
        int[] asked = {0};
        assertTrouble(
                ODD,
                () -> walk(number -> {
                    asked[0]++;
                    return page(Optional.of(true), "name_" + number % length);
                }));
        assertTrue(asked[0] <= 4 * length + 4, asked[0] + " pages were asked for");
    }

    @Test
    void aCircleThatBeginsLaterEnds() {
        assertTrouble(
                ODD, () -> walk(number -> page(Optional.empty(), "name_" + (number < 50 ? number : 50 + number % 3))));
    }

    @Test
    void aListWithAlwaysAnotherSecretEnds() {
        int[] asked = {0};
        assertTrouble(
                ODD,
                () -> walk(number -> {
                    asked[0]++;
                    return page(Optional.of(true), "name_" + number);
                }));
        assertEquals(Paging.MOST, asked[0]);
    }

    @Test
    void theLastPageAgainIsTheEndOnlyWhereNothingIsToldOfPages() throws Exception {
        assertEquals(List.of("a", "b"), walk(number -> page(Optional.empty(), number == 1 ? "a" : "b")));
        assertTrouble(ODD, () -> walk(number -> page(Optional.of(number < 3), number == 1 ? "a" : "b")));
        assertTrouble(ODD, () -> walk(number -> page(Optional.of(number < 2), "a")));
    }

    @Test
    void anEmptyPageThatAnnouncesMoreIsNoEnd() throws Exception {
        assertEquals(List.of(), walk(number -> page(Optional.empty())));
        assertEquals(List.of(), walk(number -> page(Optional.of(false))));
        assertTrouble(ODD, () -> walk(number -> page(Optional.of(true))));
    }

    @Test
    void whatMovedToTheNextPageMeanwhileIsHandedOverOnce() throws Exception {
        List<Page> pages = List.of(
                page(Optional.of(true), "a", "b"),
                page(Optional.of(true), "b", "c"),
                page(Optional.of(false), "c", "d"));
        assertEquals(List.of("a", "b", "c", "d"), walk(number -> pages.get(number - 1)));
    }

    @Test
    void aMissingPageIsTheEndOnlyWhereItWasNotAnnounced() throws Exception {
        Paging untold = new Paging();
        assertFalse(untold.mayBeBeyond(), "the first page has to be there");
        untold.next(page(Optional.empty(), "a"));
        assertTrue(untold.mayBeBeyond());
        Paging told = new Paging();
        told.next(page(Optional.of(true), "a"));
        assertFalse(told.mayBeBeyond());
    }
}
