package dev.lockstep.remote.voximplant;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.voximplant.Answers.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Walks over the secrets of an application, page by page. Each page begins with the last secret of the page before: if another stands there, the
 * list moved meanwhile or the vendor repeats itself, and what was seen is not complete.
 */
final class Listing {
    /** Asked for at once; the vendor may give fewer, and tells no limit. */
    static final int PAGE = 100;

    /** More than anybody has; a list that goes on is none. */
    private static final int MOST_PAGES = 2_000;

    private final Calls calls;
    private final Optional<String> part;
    private boolean asksForCount = true;

    /**
     * A walk over the secrets.
     *
     * @param part of the names of those to see
     */
    Listing(Calls calls, Optional<String> part) {
        this.calls = calls;
        this.part = part;
    }

    /**
     * Shows one secret after the other.
     *
     * @param each whether to go on
     * @throws RemoteException {@code ProtocolError} if not all can be seen
     */
    void walk(Predicate<RemoteSecret> each) throws RemoteException {
        Optional<String> last = Optional.empty();
        long seen = 0;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page page = page(Math.max(0, seen - 1));
            List<RemoteSecret> fresh = fresh(page.secrets(), last);
            for (RemoteSecret secret : fresh) {
                if (!each.test(secret)) {
                    return;
                }
            }
            seen += fresh.size();
            if (isWhole(page.total(), seen, fresh.isEmpty())) {
                return;
            }
            last = fresh.getLast().id();
        }
        throw Json.unexpected();
    }

    /** Without the secret that the page before ended with. */
    private static List<RemoteSecret> fresh(List<RemoteSecret> page, Optional<String> last) throws RemoteException {
        if (last.isEmpty()) {
            return page;
        }
        if (page.isEmpty() || !page.getFirst().id().equals(last)) {
            throw Json.unexpected();
        }
        return page.subList(1, page.size());
    }

    private static boolean isWhole(OptionalLong total, long seen, boolean atEnd) throws RemoteException {
        if (total.isEmpty()) {
            return atEnd;
        }
        if (atEnd && seen < total.getAsLong()) {
            throw Json.unexpected();
        }
        return seen >= total.getAsLong();
    }

    private Page page(long offset) throws RemoteException {
        try {
            return calls.ask(question(offset), Answers::page);
        } catch (RemoteException e) {
            if (offset > 0 || !asksForCount || !(e.trouble() instanceof Trouble.Refused)) {
                throw e;
            }
            asksForCount = false;
            return calls.ask(question(offset), Answers::page);
        }
    }

    private Question question(long offset) {
        Question question =
                Question.of(Method.LIST).with("secret_name_part", part).with("offset", Long.toString(offset));
        return asksForCount ? question.with("count", Integer.toString(PAGE)) : question;
    }
}
