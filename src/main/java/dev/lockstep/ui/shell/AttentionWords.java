package dev.lockstep.ui.shell;

import dev.lockstep.sync.check.Concern;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the status bar says of remotes: how many, never which, as the window may be seen by others. */
record AttentionWords(int remotes, int changed, int missing, int unanswered, int lists) {
    static AttentionWords of(Collection<Concern> all) {
        List<Concern> concerns = all.stream().filter(Concern::needsAttention).toList();
        return new AttentionWords(
                concerns.size(),
                concerns.stream().mapToInt(Concern::changed).sum(),
                concerns.stream().mapToInt(Concern::missing).sum(),
                concerns.stream().mapToInt(Concern::unanswered).sum(),
                (int) concerns.stream()
                        .filter(one -> one.emptied() || one.refused())
                        .count());
    }

    /** In few words; nothing if nothing is to be looked at. */
    String brief() {
        if (remotes == 0) {
            return "";
        }
        return missing + unanswered + lists == 0
                ? Text.of("shell.remotes.changed", changed)
                : Text.of("shell.remotes.attention", remotes);
    }

    /** What it is about. */
    String whole() {
        List<String> parts = new ArrayList<>();
        if (changed > 0) {
            parts.add(Text.of("shell.remotes.attention.changed", changed));
        }
        if (missing > 0) {
            parts.add(Text.of("shell.remotes.attention.missing", missing));
        }
        if (unanswered > 0) {
            parts.add(Text.of("shell.remotes.attention.unanswered", unanswered));
        }
        if (lists > 0) {
            parts.add(Text.of("shell.remotes.attention.lists", lists));
        }
        return String.join("\n", parts);
    }
}
