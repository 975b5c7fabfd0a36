package dev.lockstep.remote;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of remote vaults. */
public enum Vendor {
    HOOKPULSE("hookpulse"),
    VOXIMPLANT("voximplant"),
    HOOKLISTENER("hooklistener"),
    MIXPEEK("mixpeek"),
    DREADNODE("dreadnode"),
    /** HashiCorp Vault or OpenBao with the key-value engine, version 2. */
    KV_V2("kv-v2");

    private final String id;

    Vendor(String id) {
        this.id = id;
    }

    /** The form that is stored in a vault; it never changes. */
    public String id() {
        return id;
    }

    /** The vendor whose {@link #id} was stored. */
    public static Optional<Vendor> of(String id) {
        return Arrays.stream(values()).filter(vendor -> vendor.id.equals(id)).findFirst();
    }
}
