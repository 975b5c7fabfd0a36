package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Query;

/** What the table is sorted by. */
record Sorting(Query.Order order, boolean descending) {
    static final Sorting BY_NAME = new Sorting(Query.Order.NAME, false);

    /** The most pressing first. */
    static final Sorting BY_DUE = new Sorting(Query.Order.ROTATE_BY, false);
}
