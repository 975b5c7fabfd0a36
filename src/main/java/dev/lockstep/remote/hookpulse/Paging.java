package dev.lockstep.remote.hookpulse;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.http.Json;
import java.util.List;
import java.util.Optional;

/**
 * Finds the end of a list whose pages may or may not tell it. Where they do not, the end is an empty page, a page that is said not to be there,
 * or the last page once more. Pages that come in circles or never end are no list. Keeps two pages, however many there are.
 */
final class Paging {
    /** The most pages that a list may have. */
    static final int MOST = 10_000;

    private List<RemoteSecret> before = List.of();
    private List<RemoteSecret> marked = List.of();
    private Optional<Boolean> more = Optional.empty();
    private int number = 1;
    private int nextMark = 2;
    private boolean over;

    /** The page to ask for, from 1. */
    int number() {
        return number;
    }

    boolean isOver() {
        return over;
    }

    /** Whether an answer that the page is not there may be the end: not of the first, nor of one that was announced. */
    boolean mayBeBeyond() {
        return number > 1 && more.isEmpty();
    }

    /** The page asked for is beyond the last. */
    void beyond() {
        over = true;
    }

    /**
     * Goes on to the next page.
     *
     * @return the secrets of this page that the one before did not have: what is created meanwhile moves others to the next page
     * @throws RemoteException {@code ProtocolError UNEXPECTED} if the list is found not to end
     */
    List<RemoteSecret> next(Page page) throws RemoteException {
        boolean again = number > 1 && page.secrets().equals(before);
        boolean announced = page.more().orElse(false);
        if (page.secrets().isEmpty() ? announced : again && page.more().isPresent()) {
            throw Json.unexpected();
        }
        if (page.secrets().isEmpty() || again) {
            over = true;
            return List.of();
        }
        List<RemoteSecret> fresh = page.secrets().stream()
                .filter(secret -> !before.contains(secret))
                .toList();
        advance(page);
        return fresh;
    }

    /** Every circle is seen once the mark is inside it and lies back farther than it is long (Brent, 1980). */
    private void advance(Page page) throws RemoteException {
        more = page.more();
        over = !more.orElse(true);
        if (!over && (page.secrets().equals(marked) || number == MOST)) {
            throw Json.unexpected();
        }
        if (number == nextMark) {
            marked = page.secrets();
            nextMark *= 2;
        }
        before = page.secrets();
        number++;
    }
}
