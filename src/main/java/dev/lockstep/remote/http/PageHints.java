package dev.lockstep.remote.http;

import dev.lockstep.remote.RemoteException;
import java.util.Optional;
import java.util.OptionalLong;

/** What an answer tells of further pages, under the names that APIs commonly use; for vendors that do not document theirs. */
public final class PageHints {
    private Optional<Boolean> more = Optional.empty();
    private OptionalLong pages = OptionalLong.empty();

    /**
     * Reads a field if it is one that tells of pages.
     *
     * @return false if it is another field, which is still to be read or skipped
     */
    public boolean read(String name, Json json) throws RemoteException {
        switch (name) {
            case "has_next", "has_more", "hasNext", "hasMore", "next", "next_page", "next_page_url", "next_cursor" ->
                next(json);
            case "total_pages", "totalPages", "num_pages", "page_count", "last_page" -> pages(json);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** An address, a number or {@code true} stands for a further page. */
    private void next(Json json) throws RemoteException {
        boolean told;
        if (json.atFlag()) {
            told = json.flag();
        } else if (json.atText()) {
            told = !json.text().isEmpty();
        } else {
            told = !json.atNull();
            json.skip();
        }
        more = Optional.of(told || more.orElse(false));
    }

    private void pages(Json json) throws RemoteException {
        if (json.atNumber()) {
            pages = OptionalLong.of(json.number());
        } else {
            json.skip();
        }
    }

    /** Whether there are pages after this one; empty if the answer does not tell. */
    public Optional<Boolean> after(long page) {
        if (more.isPresent() || pages.isEmpty()) {
            return more;
        }
        return Optional.of(page < pages.getAsLong());
    }
}
