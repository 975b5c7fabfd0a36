package dev.lockstep.sync.ledger;

/** How a secret at a remote became ours. */
public enum Claim implements Coded {
    /** This vault created it there. */
    CREATED(1),
    /** It stood there, and the user took it over. */
    ADOPTED(2),
    /** It stood there, and was taken into this vault. */
    PULLED(3);

    private final int code;

    Claim(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
