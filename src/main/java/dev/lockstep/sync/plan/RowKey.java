package dev.lockstep.sync.plan;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import java.util.Optional;

/**
 * What a row is about; no other row of a plan has the same.
 *
 * @param secret of this vault; empty for what is only there
 * @param there the name as it stands or will stand there
 */
public record RowKey(RemoteId remote, Optional<SecretId> secret, String there) {}
