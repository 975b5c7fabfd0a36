package dev.lockstep.sync.plan;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.ValueLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether values fit at a vendor, each opened at most once however many remotes it goes to. */
final class Fitting {
    private final Values values;
    private final Map<SecretId, ValueShape> shapes = new HashMap<>();

    Fitting(Values values) {
        this.values = values;
    }

    /** Why a value cannot be held; empty if it can. */
    Optional<Reason> problem(LocalSecret secret, ValueLimit limit) throws VaultException {
        ValueShape shape = shape(secret);
        if (!shape.text()) {
            return Optional.of(new Reason.ValueNotText());
        }
        if (shape.characters() < limit.least()) {
            return Optional.of(new Reason.ValueTooShort(shape.characters(), limit.least()));
        }
        return shape.characters() > limit.most()
                ? Optional.of(new Reason.ValueTooLong(shape.characters(), limit.most()))
                : Optional.empty();
    }

    /** Has the values opened together that are about to be asked for. */
    void prepare(List<LocalSecret> secrets) throws VaultException {
        values.prepare(secrets.stream()
                .map(LocalSecret::id)
                .filter(id -> !shapes.containsKey(id))
                .toList());
    }

    /** What to say of a value that can be held. */
    static List<Warning> warnings(LocalSecret secret, ValueLimit limit) {
        return secret.size() > limit.most() ? List.of(new Warning.MoreBytes(secret.size(), limit.most())) : List.of();
    }

    private ValueShape shape(LocalSecret secret) throws VaultException {
        ValueShape known = shapes.get(secret.id());
        if (known == null) {
            known = values.shape(secret.id());
            shapes.put(secret.id(), known);
        }
        return known;
    }
}
