package dev.lockstep.ui.kit;

import dev.lockstep.settings.Settings;
import dev.lockstep.settings.SettingsFile;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings in force. A change holds at once and is saved in the background; of several quick ones only the last is written. */
public final class Preferences {
    private final SettingsFile file;
    private final Background background;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private boolean saving;
    private boolean unsaved;

    /** @param loaded what the file holds */
    public Preferences(Settings loaded, SettingsFile file, Background background) {
        this.settings = new ReadOnlyObjectWrapper<>(loaded);
        this.file = file;
        this.background = background;
    }

    public Settings get() {
        return settings.get();
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Puts a change into effect. */
    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(get());
        if (!changed.equals(get())) {
            settings.set(changed);
            unsaved = true;
            save();
        }
    }

    private void save() {
        if (saving || !unsaved) {
            return;
        }
        saving = true;
        unsaved = false;
        Settings newest = get();
        background
                .job(progress -> {
                    file.save(newest);
                    return newest;
                })
                .onDone(written -> saved())
                .onFailed(this::failed)
                .start();
    }

    private void saved() {
        saving = false;
        save();
    }

    private void failed(Exception failure) {
        System.getLogger(Preferences.class.getName())
                .log(System.Logger.Level.WARNING, "The settings could not be saved: {0}", failure.getClass());
        saved();
    }
}
