package dev.lockstep.sync.ledger;

/** What one row of a remote holds. */
public sealed interface LedgerItem permits Head, LedgerLine, Run, RunPart, OpenWrites {}
