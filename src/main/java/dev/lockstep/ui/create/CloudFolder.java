package dev.lockstep.ui.create;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A service that copies a folder to other computers, recognised by the names of the folder and those above it. */
enum CloudFolder {
    DROPBOX("Dropbox", "dropbox"),
    ONEDRIVE("OneDrive", "onedrive|skydrive"),
    ICLOUD("iCloud Drive", "icloud|iclouddrive|mobile documents|com~apple~clouddocs"),
    GOOGLE_DRIVE("Google Drive", "google[ -]?drive|my drive"),
    NEXTCLOUD("Nextcloud", "nextcloud|owncloud");

    private final String product;
    private final Pattern folder;

    CloudFolder(String product, String names) {
        this.product = product;
        // "OneDrive - Acme" is one of its folders, "Dropboxes" is not
        this.folder = Pattern.compile("(" + names + ")(?![\\p{L}\\p{N}]).*", Pattern.CASE_INSENSITIVE);
    }

    /** The service's own name. */
    String product() {
        return product;
    }

    /** The service that keeps this folder, as far as its path tells; reads nothing from disk. */
    static Optional<CloudFolder> of(Path folder) {
        for (Path part : folder) {
            for (CloudFolder service : values()) {
                if (service.folder.matcher(part.toString()).matches()) {
                    return Optional.of(service);
                }
            }
        }
        return Optional.empty();
    }
}
