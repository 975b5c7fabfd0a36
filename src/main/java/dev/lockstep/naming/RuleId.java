package dev.lockstep.naming;

/** The naming rules by name, so that the screens find words for each with an exhaustive {@code switch}. */
public enum RuleId {
    HOOKLISTENER("hooklistener"),
    VOXIMPLANT("voximplant"),
    MIXPEEK("mixpeek"),
    HOOKPULSE("hookpulse"),
    DREADNODE("dreadnode"),
    KV_V2("kv-v2"),
    ENVIRONMENT_VARIABLE("environment-variable"),
    FREE("free"),
    UPPER_SNAKE("upper-snake"),
    LOWER_SNAKE("lower-snake");

    private final String text;

    RuleId(String text) {
        this.text = text;
    }

    /** The form that is stored in a vault; it never changes. */
    public String text() {
        return text;
    }
}
