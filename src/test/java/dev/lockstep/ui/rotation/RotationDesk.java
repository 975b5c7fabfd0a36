package dev.lockstep.ui.rotation;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.rotation.Rotation;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Secrets at two practice vaults, of which one can be read and the other gives names alone; some were shown. */
final class RotationDesk implements AutoCloseable {
    final SyncGround ground;
    final Discretion discretion = new Discretion();
    final List<Toast> toasts = new ArrayList<>();
    final List<Set<SecretId>> planned = new ArrayList<>();
    final Entry stripe;
    final Entry github;
    final Entry mail;
    final Remote readable;
    final Remote silent;
    int closed;
    private final ManualTime time = new ManualTime();
    private final List<RotationViewModel> models = new ArrayList<>();

    RotationDesk(Path folder) throws Exception {
        ground = new SyncGround(folder);
        readable = ground.remote(Vendor.KV_V2);
        silent = ground.remote(Vendor.MIXPEEK);
        stripe = ground.add("STRIPE_API_KEY", "sk one");
        github = ground.add("GITHUB_TOKEN", "gh one");
        apply();
        mail = ground.add("MAILGUN_KEY", "mail one");
        ground.pass(Duration.ofDays(2));
        ground.vault().secrets().reveal(stripe.id()).close();
        ground.pass(Duration.ofDays(20));
        ground.vault().secrets().copy(github.id()).close();
        ground.vault().secrets().copy(github.id()).close();
        ground.vault().secrets().reveal(github.id()).close();
    }

    /** Pushes what is to be pushed. */
    void apply() throws Exception {
        apply(Follower.NONE);
    }

    /** Pushes it while nobody at the silent vendor answers. */
    void applyWithoutAnswer() throws Exception {
        var simulator = ground.practice(Vendor.MIXPEEK).simulator();
        apply(new Follower() {
            @Override
            public void began(Row row) {
                if (row.key().remote().equals(silent.id())) {
                    simulator.disturb(Disturbance.RESET_AFTER);
                    simulator.disturbAlways(Optional.of(Disturbance.UNAUTHORIZED));
                }
            }
        });
        simulator.disturbNoMore();
    }

    private void apply(Follower follower) throws Exception {
        ground.pass(Duration.ofMinutes(3));
        ground.sync().check(ground.vault().remotes().all(), CheckProgress.UNTOLD);
        Plan plan = ground.sync().plan(Optional.empty());
        ground.sync().apply(plan, plan.confirmation(), follower);
    }

    /** A run of these secrets. */
    Rotation begun(Entry... entries) throws Exception {
        return ground.sync()
                .rotations()
                .begin(List.of(entries).stream().map(Entry::id).toList());
    }

    void renew(Rotation rotation, Entry... entries) throws Exception {
        Map<SecretId, SecretValue> values = new HashMap<>();
        for (Entry entry : entries) {
            values.put(entry.id(), Act.value("another of " + entry.name()));
        }
        ground.sync().rotations().renew(rotation.id(), values);
        values.values().forEach(SecretValue::close);
    }

    RotationViewModel model(RotationViewModel.Start start) {
        return model(start, time.background());
    }

    RotationViewModel model(RotationViewModel.Start start, Background background) {
        RotationViewModel model = new RotationViewModel(
                new RotationViewModel.Surroundings(
                        ground.vault(),
                        ground.sync().rotations(),
                        background,
                        ground.clock(),
                        new SecureRandom(),
                        discretion),
                start,
                new RotationViewModel.Exits(planned::add, toasts::add, () -> closed++));
        models.add(model);
        return model;
    }

    /** A model that shows a run. */
    RotationViewModel running(Rotation rotation) {
        RotationViewModel model = model(new RotationViewModel.Start.Runs());
        model.open(rotation.id());
        return model;
    }

    /** Closes all models, so that none follows the vault. */
    void leave() {
        models.forEach(RotationViewModel::close);
    }

    @Override
    public void close() throws Exception {
        leave();
        ground.close();
    }
}
