package dev.lockstep.vault;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a full check found.
 *
 * @param counter of the state that was checked; 0 if its manifest does not open
 * @param saved when it was saved; 1970 if its manifest does not open
 * @param secrets how many can be read, those in the trash included
 * @param formerValues how many can be read
 * @param findings what is wrong, at most {@value #MOST}
 * @param more how many findings there are beyond those
 */
public record CheckReport(
        long counter, Instant saved, long secrets, long formerValues, List<CheckFinding> findings, long more) {
    static final int MOST = 1000;

    /** Whether everything is exactly as it was last saved. */
    public boolean sound() {
        return findings.isEmpty();
    }

    /** How many things are wrong. */
    long problems() {
        return findings.size() + more;
    }

    /**
     * This report, of a state that has to be sound.
     *
     * @throws VaultException {@code CheckFailed} if it is not
     */
    CheckReport requireSound() throws VaultException {
        if (!sound()) {
            throw failed();
        }
        return this;
    }

    VaultException failed() {
        return new VaultException(new Failure.CheckFailed(problems()));
    }

    /** Collects what a check finds. */
    static final class Builder {
        private final List<CheckFinding> findings = new ArrayList<>();
        private long counter;
        private Instant saved = Instant.EPOCH;
        private long secrets;
        private long formerValues;
        private long more;

        void state(long foundCounter, Instant foundSaved) {
            counter = foundCounter;
            saved = foundSaved;
        }

        void add(CheckFinding finding) {
            if (findings.size() < MOST) {
                findings.add(finding);
            } else {
                more++;
            }
        }

        void secret() {
            secrets++;
        }

        void formerValue() {
            formerValues++;
        }

        CheckReport build() {
            return new CheckReport(counter, saved, secrets, formerValues, List.copyOf(findings), more);
        }
    }
}
