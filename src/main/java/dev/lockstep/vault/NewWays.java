package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;

/** What opens a vault from now on. Both stay the caller's to close. */
public record NewWays(Password password, SecretValue recoveryCode) {}
