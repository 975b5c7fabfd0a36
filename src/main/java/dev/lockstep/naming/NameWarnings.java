package dev.lockstep.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for what is easily overlooked in a name. */
public final class NameWarnings {
    private NameWarnings() {}

    /** The warnings in reading order; empty for most names. */
    public static List<NameWarning> of(String name) {
        List<NameWarning> warnings = new ArrayList<>();
        Set<Class<?>> kinds = new HashSet<>();
        int start = Blank.leading(name);
        int end = Math.max(start, Blank.trailing(name));
        if (start > 0) {
            warnings.add(new NameWarning.EdgeWhitespace(true));
        }
        int index = start;
        while (index < end) {
            int codePoint = name.codePointAt(index);
            for (NameWarning warning : look(index, codePoint)) {
                if (kinds.add(warning.getClass())) {
                    warnings.add(warning);
                }
            }
            index += Character.charCount(codePoint);
        }
        if (end < name.length()) {
            warnings.add(new NameWarning.EdgeWhitespace(false));
        }
        return List.copyOf(warnings);
    }

    private static List<NameWarning> look(int index, int codePoint) {
        if (Blank.is(codePoint)) {
            return List.of(new NameWarning.InnerSpace(index, codePoint));
        }
        if (codePoint <= 127) {
            return List.of();
        }
        if (LookAlikes.isBidiControl(codePoint)) {
            return List.of(new NameWarning.BidiControl(index, codePoint));
        }
        if (LookAlikes.isInvisible(codePoint)) {
            return List.of(new NameWarning.Invisible(index, codePoint));
        }
        char ascii = LookAlikes.ascii(codePoint);
        return ascii == 0 ? List.of() : List.of(new NameWarning.LookAlike(index, codePoint, ascii));
    }
}
