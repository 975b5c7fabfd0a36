package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Query;

/** One line of the sidebar. */
sealed interface SidebarItem {
    /**
     * A list of secrets that can be shown, with how many it holds.
     *
     * @param overdue those among them whose rotate-by day is past; told by the list of what is due only
     */
    record Place(Query.Scope scope, String title, int count, int overdue) implements SidebarItem {}

    /** A heading over collections or tags; not to be selected. */
    record Heading(Group group) implements SidebarItem {}

    /** What stands under a heading. */
    enum Group {
        COLLECTIONS,
        TAGS
    }
}
