package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;
import java.util.Optional;

/**
 * AppRole.
 *
 * @param secretId empty where the role needs none
 */
record KvRole(SecretValue roleId, Optional<SecretValue> secretId) implements KvLogin {
    @Override
    public void close() {
        roleId.close();
        secretId.ifPresent(SecretValue::close);
    }
}
