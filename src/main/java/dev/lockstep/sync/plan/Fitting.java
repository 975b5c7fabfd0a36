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
    private final Map<SecretId, Optional<ValueShape>> shapes = new HashMap<>();

    Fitting(Values values) {
        this.values = values;
    }

    /** Why a value cannot be held; empty if it can. */
    Optional<Reason> problem(LocalSecret secret, ValueLimit limit) throws VaultException {
        Optional<ValueShape> found = shape(secret);
        if (found.isEmpty()) {
            return Optional.of(new Reason.ValueUnreadable());
        }
        ValueShape shape = found.get();
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

    /** Empty if the value cannot be opened. */
    private Optional<ValueShape> shape(LocalSecret secret) throws VaultException {
        Optional<ValueShape> known = shapes.get(secret.id());
        if (known == null) {
            known = opened(secret);
            shapes.put(secret.id(), known);
        }
        return known;
    }

    private Optional<ValueShape> opened(LocalSecret secret) throws VaultException {
        try {
            return Optional.of(values.shape(secret.id()));
        } catch (VaultException e) {
            if (Values.isOfOne(e.failure())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
