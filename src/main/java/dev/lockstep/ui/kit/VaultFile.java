package dev.lockstep.ui.kit;

import dev.lockstep.vault.Vaults;
import java.nio.file.Path;

/** The words for a vault file before it is open: its name and its folder. Reads nothing from disk. */
public record VaultFile(Path path) {
    /** The file's name without its ending. */
    public String name() {
        Path last = path.getFileName();
        String name = last == null ? path.toString() : last.toString();
        return name.endsWith(Vaults.SUFFIX) ? name.substring(0, name.length() - Vaults.SUFFIX.length()) : name;
    }

    /** The folder that holds the file; empty if the path names none. */
    public String folder() {
        Path parent = path.getParent();
        return parent == null ? "" : parent.toString();
    }
}
