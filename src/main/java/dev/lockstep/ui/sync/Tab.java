package dev.lockstep.ui.sync;

import dev.lockstep.words.Text;

/** Ways to look at the same remotes. */
enum Tab {
    PLAN,
    MATRIX,
    THERE;

    String words() {
        return switch (this) {
            case PLAN -> Text.of("sync.tab.plan");
            case MATRIX -> Text.of("sync.tab.matrix");
            case THERE -> Text.of("sync.tab.there");
        };
    }
}
