package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Discretion;
import java.util.List;

/** The actions that show values; in presentation mode they show nothing, and that is told. */
final class Revealing {
    private final Parts parts;
    private final Discretion discretion;

    Revealing(Parts parts, Discretion discretion) {
        this.parts = parts;
        this.discretion = discretion;
    }

    /** Shows something of the value of the selected secret, or hides it. */
    void one(Runnable how) {
        if (!refused()) {
            parts.panes().detailsShownProperty().set(true);
            how.run();
        }
    }

    /** Shows the values of these secrets in the table; if any is shown there, hides them all. */
    void all(List<SecretId> onScreen) {
        if (parts.shown().any()) {
            parts.shown().mask();
        } else if (!refused()) {
            parts.asking().revealAll(onScreen, parts.shown()::show);
        }
    }

    private boolean refused() {
        if (discretion.presenting()) {
            parts.notices().refused(discretion);
        }
        return discretion.presenting();
    }
}
