package dev.lockstep.words.sync;

import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What operations and choices are called, and counted. */
public final class OperationWords {
    private OperationWords() {}

    /** In a word or two, such as "Take in". */
    public static String of(Operation operation) {
        return switch (operation) {
            case CREATE -> Text.of("sync.operation.create");
            case UPDATE -> Text.of("sync.operation.update");
            case DELETE -> Text.of("sync.operation.delete");
            case ADOPT -> Text.of("sync.operation.adopt");
            case PULL_NEW -> Text.of("sync.operation.pull-new");
            case PULL_VERSION -> Text.of("sync.operation.pull-version");
            case UNCHANGED -> Text.of("sync.operation.unchanged");
            case CONFLICT -> Text.of("sync.operation.conflict");
            case BLOCKED -> Text.of("sync.operation.blocked");
            case CANNOT_CHECK -> Text.of("sync.operation.cannot-check");
        };
    }

    /** What applying does to the vendor and to this vault. */
    public static String effect(Operation operation) {
        return switch (operation) {
            case CREATE -> Text.of("sync.effect.create");
            case UPDATE -> Text.of("sync.effect.update");
            case DELETE -> Text.of("sync.effect.delete");
            case ADOPT -> Text.of("sync.effect.adopt");
            case PULL_NEW -> Text.of("sync.effect.pull-new");
            case PULL_VERSION -> Text.of("sync.effect.pull-version");
            case UNCHANGED, CONFLICT, BLOCKED, CANNOT_CHECK -> Text.of("sync.effect.nothing");
        };
    }

    private static String counted(Operation operation, int count) {
        return switch (operation) {
            case CREATE -> Text.of("sync.count.create", count);
            case UPDATE -> Text.of("sync.count.update", count);
            case DELETE -> Text.of("sync.count.delete", count);
            case ADOPT -> Text.of("sync.count.adopt", count);
            case PULL_NEW -> Text.of("sync.count.pull-new", count);
            case PULL_VERSION -> Text.of("sync.count.pull-version", count);
            case UNCHANGED -> Text.of("sync.count.unchanged", count);
            case CONFLICT -> Text.of("sync.count.conflict", count);
            case BLOCKED -> Text.of("sync.count.blocked", count);
            case CANNOT_CHECK -> Text.of("sync.count.cannot-check", count);
        };
    }

    /** In one line; what is not there is left out. */
    public static String summary(Map<Operation, Integer> counts) {
        List<String> parts = new ArrayList<>();
        boolean idle = true;
        for (Operation operation : Operation.values()) {
            int count = counts.getOrDefault(operation, 0);
            if (count > 0) {
                parts.add(counted(operation, count));
                idle &= operation.action().isEmpty();
            }
        }
        if (parts.isEmpty()) {
            return Text.of("sync.summary.none");
        }
        String all = String.join(", ", parts);
        return idle ? Text.of("sync.summary.idle", all) : all;
    }

    /** What is decided by a choice. */
    public static String of(Choice choice) {
        return switch (choice) {
            case KEEP_LOCAL -> Text.of("sync.choice.keep-local");
            case TAKE_REMOTE -> Text.of("sync.choice.take-remote");
            case ADOPT -> Text.of("sync.choice.adopt");
            case SKIP -> Text.of("sync.choice.skip");
        };
    }
}
