package dev.lockstep.ui.editor;

import dev.lockstep.naming.NameCheck;
import dev.lockstep.naming.NamingRule;

/** What one rule says of the typed name, for its chip. */
record RuleReport(NameCheck check) {
    /** How the name fares under the rule. */
    enum Standing {
        /** Nothing is typed yet. */
        OPEN,
        /** Taken as typed. */
        FITS,
        /** Taken, but written differently there. */
        MAPPED,
        /** Not taken; a fix is at hand. */
        FIXABLE,
        /** Not taken. */
        REFUSED
    }

    NamingRule rule() {
        return check.rule();
    }

    Standing standing() {
        if (check.name().isEmpty()) {
            return Standing.OPEN;
        }
        if (check.passes()) {
            return check.appearsAs().equals(check.name()) ? Standing.FITS : Standing.MAPPED;
        }
        return check.fix().isPresent() ? Standing.FIXABLE : Standing.REFUSED;
    }
}
