package dev.lockstep.sync.ledger;

/** What is done about one secret at one remote. */
public enum Action implements Coded {
    CREATE(1),
    UPDATE(2),
    DELETE(3),
    ADOPT(4),
    PULL_NEW(5),
    PULL_VERSION(6);

    private final int code;

    Action(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /** Whether something is written at the vendor. */
    public boolean writesThere() {
        return switch (this) {
            case CREATE, UPDATE, DELETE -> true;
            case ADOPT, PULL_NEW, PULL_VERSION -> false;
        };
    }
}
