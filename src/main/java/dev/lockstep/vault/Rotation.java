package dev.lockstep.vault;

import dev.lockstep.store.BackupFile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which backups may go: all but the newest {@value #SAVES} and the newest of each of the newest {@value #DAYS} days that have any. Newest is the
 * one with the highest counter, whatever the clock said, so that a clock that is set back or forth costs no backup.
 */
final class Rotation {
    static final int SAVES = 10;
    static final int DAYS = 7;

    private Rotation() {}

    /** A backup of the vault that opens with its key. */
    record Copy(BackupFile file, long counter) {}

    static List<BackupFile> surplus(List<Copy> copies) {
        List<Copy> newestFirst = new ArrayList<>(copies);
        newestFirst.sort(Comparator.comparingLong(Copy::counter)
                .thenComparing(copy -> copy.file().taken())
                .reversed());
        List<BackupFile> surplus = new ArrayList<>();
        Set<LocalDate> days = new HashSet<>();
        int saves = 0;
        for (Copy copy : newestFirst) {
            LocalDate day = LocalDate.ofInstant(copy.file().taken(), ZoneOffset.UTC);
            boolean newDay = days.size() < DAYS && days.add(day);
            boolean recent = saves++ < SAVES;
            if (!newDay && !recent) {
                surplus.add(copy.file());
            }
        }
        return surplus;
    }
}
