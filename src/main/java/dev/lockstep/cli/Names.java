package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names and tags that were typed: the vault takes any text but none at all. */
final class Names {
    private Names() {}

    static String checked(String name) throws Refusal {
        if (name.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.name.empty"));
        }
        return name;
    }

    /** Each once, in order. */
    static Set<String> tags(List<String> given) throws Refusal {
        for (String tag : given) {
            checked(tag);
        }
        return new LinkedHashSet<>(given);
    }
}
