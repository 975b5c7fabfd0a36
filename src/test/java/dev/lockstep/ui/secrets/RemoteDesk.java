package dev.lockstep.ui.secrets;

import dev.lockstep.model.RemoteId;
import dev.lockstep.remote.Vendor;
import dev.lockstep.settings.Settings;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.ui.kit.states.Sign;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The main screen's view model over a vault whose remotes are vendors' simulators; everything happens at once. */
final class RemoteDesk implements AutoCloseable {
    final ManualTime time = new ManualTime();
    final SyncGround ground;
    final Discretion discretion = new Discretion();
    final List<Toast> toasts = new ArrayList<>();
    final List<RowKey> planned = new ArrayList<>();
    int remotesOpened;
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private final Map<Vendor, Remote> remotes = new EnumMap<>(Vendor.class);
    private final List<SecretsViewModel> models = new ArrayList<>();
    private final Background background;

    RemoteDesk(Path folder) throws Exception {
        this(folder, Runnable::run);
    }

    /** @param screen where nodes live, as looking at remotes changes the vault on other threads */
    RemoteDesk(Path folder, Executor screen) throws Exception {
        ground = new SyncGround(folder);
        background = time.background(screen);
    }

    Remote remote(Vendor vendor) throws Exception {
        Remote remote = remotes.get(vendor);
        if (remote == null) {
            remote = ground.remote(vendor);
            remotes.put(vendor, remote);
        }
        return remote;
    }

    SecretsViewModel model() {
        SecretClipboard clipboard =
                new SecretClipboard(background, () -> Duration.ofSeconds(20), time, new SecureRandom());
        SecretsViewModel model = new SecretsViewModel(
                new SecretsViewModel.Work(ground.vault(), ground.sync(), background, clipboard),
                new SecretsViewModel.Habits(ground.clock(), settings, panes -> {}, discretion),
                new SecretsViewModel.Exits(
                        entry -> {},
                        entry -> {},
                        () -> {},
                        file -> {},
                        () -> {},
                        () -> remotesOpened++,
                        planned::add,
                        ids -> {},
                        toasts::add));
        models.add(model);
        return model;
    }

    /** What is known of a secret once everything that was asked for is there. */
    Map<RemoteId, Sign> signs(SecretsViewModel model, Entry secret) {
        Marks marks = model.parts().marks();
        marks.of(secret.id());
        time.pass(Duration.ofSeconds(1));
        Map<RemoteId, Sign> signs = new HashMap<>();
        marks.of(secret.id()).orElseThrow().forEach(mark -> signs.put(mark.remote(), mark.sign()));
        return signs;
    }

    @Override
    public void close() throws Exception {
        models.forEach(SecretsViewModel::close);
        ground.close();
    }
}
