package dev.lockstep.app;

import dev.lockstep.settings.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Makes the folders of this user ready, and tells the libraries where theirs is. */
record Folders(Locations locations, Properties properties) {
    /** Returns the first folder that cannot be used. */
    Optional<Path> prepare() {
        for (Path folder : List.of(locations.config(), locations.state(), locations.vaults())) {
            try {
                OwnerOnly.createFolder(folder);
                OwnerOnly.restrictFolder(folder);
            } catch (IOException e) {
                return Optional.of(folder);
            }
        }
        try {
            new NativeParts(properties).prepare(Path.of(properties.getProperty("java.home")), locations.libraries());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(locations.libraries());
        }
    }
}
