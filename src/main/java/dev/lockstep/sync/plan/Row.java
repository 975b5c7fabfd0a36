package dev.lockstep.sync.plan;

import dev.lockstep.model.SecretId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a plan.
 *
 * @param name of the secret here, or the one it would have here; empty if the secret is gone
 * @param operation what it comes to, as it was chosen
 * @param size of the value here, in bytes; 0 if there is none
 * @param state how the secret stands there
 * @param options what each choice would make of it; empty if there is nothing to choose
 * @param choice what was chosen
 * @param ticked whether it is to be applied; never if there is nothing to do
 */
public record Row(
        RowKey key,
        String name,
        Operation operation,
        Reason reason,
        int size,
        State state,
        List<Warning> warnings,
        Map<Choice, Operation> options,
        Optional<Choice> choice,
        boolean ticked) {
    public Row {
        warnings = List.copyOf(warnings);
        options = Map.copyOf(options);
        ticked = ticked && operation.action().isPresent();
    }

    /** A row about which nothing can be decided but whether it is applied. */
    static Row of(RowKey key, Subject subject, Operation operation, Reason reason) {
        boolean ticked = !(reason instanceof Reason.GoneThere);
        return new Row(
                key,
                subject.name(),
                operation,
                reason,
                subject.size(),
                subject.state(),
                List.of(),
                Map.of(),
                Optional.empty(),
                ticked);
    }

    /** What a row is about. */
    record Subject(String name, int size, State state) {}

    Row offering(Map<Choice, Operation> other) {
        return new Row(key, name, operation, reason, size, state, warnings, other, choice, ticked);
    }

    Row warning(List<Warning> other) {
        return new Row(key, name, operation, reason, size, state, other, options, choice, ticked);
    }

    /** The same row when nothing can be done. */
    Row stopped(Reason why) {
        return new Row(
                key, name, Operation.CANNOT_CHECK, why, size, state, List.of(), Map.of(), Optional.empty(), false);
    }

    /** The same row while something else comes first; what can be chosen stays. */
    Row blocked(Reason why) {
        return new Row(key, name, Operation.BLOCKED, why, size, state, List.of(), options, choice, false);
    }

    /** Whether the present value of one of these secrets would be sent. */
    boolean sendsOneOf(Set<SecretId> secrets) {
        boolean sends = operation == Operation.CREATE || operation == Operation.UPDATE;
        return sends && key.secret().filter(secrets::contains).isPresent();
    }

    /** As the user decided. */
    Row decided(Choices choices) {
        Optional<Choice> chosen = choices.choice(key).filter(options::containsKey);
        Operation then = chosen.map(options::get).orElse(operation);
        boolean tick = choices.ticked(key, ticked || chosen.isPresent());
        if (chosen.isEmpty() && tick == ticked) {
            return this;
        }
        return new Row(key, name, then, reason, size, state, warnings, options, chosen, tick);
    }

    /** Whether applying the plan is to remember something, without asking anybody or writing anywhere but in this vault. */
    public boolean isSettled() {
        return operation == Operation.UNCHANGED
                && (reason instanceof Reason.SameOnBothSides || reason instanceof Reason.GoneBoth);
    }
}
