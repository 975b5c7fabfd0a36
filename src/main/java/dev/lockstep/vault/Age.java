package dev.lockstep.vault;

/** How long a value has been the same, in spans of days. */
public enum Age {
    MONTH(30),
    QUARTER(90),
    HALF_YEAR(180),
    YEAR(365),
    TWO_YEARS(730),
    OLDER(Integer.MAX_VALUE);

    /** After so many days a value counts as old: one year. */
    public static final int OLD_AFTER_DAYS = 365;

    private final int upTo;

    Age(int upTo) {
        this.upTo = upTo;
    }

    /** The last day of the span. */
    int upTo() {
        return upTo;
    }

    public boolean old() {
        return upTo > OLD_AFTER_DAYS;
    }
}
