package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Query;

/** What the table is sorted by. */
record Sorting(Query.Order order, boolean descending) {
    static final Sorting BY_NAME = new Sorting(Query.Order.NAME, false);
}
