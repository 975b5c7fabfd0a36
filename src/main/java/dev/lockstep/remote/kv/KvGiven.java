package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;

/** A token that was filled in, and there is no other. */
record KvGiven(SecretValue token) implements KvLogin {
    @Override
    public void close() {
        token.close();
    }
}
