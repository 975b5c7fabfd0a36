package dev.lockstep.sync.plan;

/** What of a plan is shown. */
public enum Filter {
    ALL,
    /** Whatever is done or can be decided. */
    OPEN,
    DELETES,
    CONFLICTS,
    BLOCKED,
    UNCHECKED;

    public boolean accepts(Row row) {
        return switch (this) {
            case ALL -> true;
            case OPEN ->
                row.operation().action().isPresent()
                        || !row.options().isEmpty()
                        || row.reason() instanceof Reason.PulledFirst;
            case DELETES -> row.operation() == Operation.DELETE;
            case CONFLICTS ->
                row.operation() == Operation.CONFLICT || row.options().containsValue(Operation.CONFLICT);
            case BLOCKED -> row.operation() == Operation.BLOCKED;
            case UNCHECKED -> row.operation() == Operation.CANNOT_CHECK;
        };
    }
}
