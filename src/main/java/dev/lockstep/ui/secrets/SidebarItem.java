package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Query;

/** One line of the sidebar. */
sealed interface SidebarItem {
    /** A list of secrets that can be shown, with how many it holds. */
    record Place(Query.Scope scope, String title, int count) implements SidebarItem {}

    /** A heading over collections or tags; not to be selected. */
    record Heading(Group group) implements SidebarItem {}

    /** What stands under a heading. */
    enum Group {
        COLLECTIONS,
        TAGS
    }
}
