package dev.lockstep.remote.voximplant;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.http.Call.Effect;
import dev.lockstep.remote.http.Statuses;

/** The methods of the API that are used, and what they do there. */
enum Method {
    LIST("GetSecrets", Effect.READ),
    READ("GetSecretValue", Effect.READ),
    ADD("AddSecret", Effect.ONCE),
    UPDATE("SetSecretInfo", Effect.REPEATABLE),
    /** Not repeatable: the second time, the name may be said to be taken by the secret itself. */
    RENAME("SetSecretInfo", Effect.ONCE),
    DELETE("DelSecret", Effect.REMOVAL);

    private final String path;
    private final Effect effect;

    Method(String command, Effect effect) {
        this.path = "/" + command;
        this.effect = effect;
    }

    String path() {
        return path;
    }

    Effect effect() {
        return effect;
    }

    boolean writes() {
        return effect != Effect.READ;
    }

    /** Whether it gives a name, which may be taken. */
    boolean names() {
        return this == ADD || this == RENAME;
    }

    /** What an unsuccessful status without a known code stands for. */
    RemoteException unsuccessful(int status, String told) {
        return names() ? Statuses.naming(status, told) : Statuses.trouble(status, told);
    }

    /** Whether it is about one secret that is there. */
    boolean finds() {
        return this != LIST && this != ADD;
    }
}
