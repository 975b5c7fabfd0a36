package dev.lockstep.ui.rotation;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.rotation.Exposure;
import dev.lockstep.sync.rotation.Exposures;
import dev.lockstep.sync.rotation.Offboarding;
import dev.lockstep.sync.rotation.Rotation;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what there is to choose from. */
final class Choosing {
    private Choosing() {}

    static ChoiceList.Found read(OpenVault vault, Consumer<Job.Progress> progress)
            throws VaultException, InterruptedException {
        Exposures exposures = Offboarding.of(vault, (done, total) -> progress.accept(new Job.Progress(done, total)));
        Map<SecretId, Exposure> known = new HashMap<>();
        exposures.all().forEach(one -> known.put(one.secret(), one));
        List<Candidate> candidates = new ArrayList<>();
        Catalog.Hits hits = vault.catalog().find(new Query(new Query.Scope.All(), "", Query.Order.NAME, false));
        for (int i = 0; i < hits.size(); i++) {
            hits.entry(i)
                    .map(entry -> Candidate.of(entry, Optional.ofNullable(known.get(entry.id()))))
                    .ifPresent(candidates::add);
        }
        return new ChoiceList.Found(candidates, exposures, vault.collections().all());
    }

    static FailureWords tooMany(int chosen) {
        return new FailureWords(
                Text.of("rotation.too-many.what", chosen),
                Text.of("rotation.too-many.meaning"),
                Text.of("rotation.too-many.advice", Rotation.MAX_SECRETS),
                "ROTATION-TOO-MANY");
    }
}
