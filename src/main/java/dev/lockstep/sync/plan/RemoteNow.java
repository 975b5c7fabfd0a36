package dev.lockstep.sync.plan;

import dev.lockstep.sync.ledger.RemoteLedger;

/** A remote and what is known of it at one moment. */
public record RemoteNow(Target target, RemoteLedger ledger) {}
