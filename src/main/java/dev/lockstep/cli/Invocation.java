package dev.lockstep.cli;

import dev.lockstep.vault.OpenVault;

/** One run of a command: what it works with, what holds for every command, and where its answer goes. */
record Invocation(Services services, Globals globals, Output output) {
    /** Opens the vault that was named, asking for the password if need be; to be closed by the caller. */
    OpenVault open() throws Exception {
        return new Entrance(services, globals).open();
    }

    /** Finds secrets and collections of a vault by what was typed. */
    Search search(OpenVault vault) throws Refusal {
        return Search.in(vault, globals.collection().get());
    }

    Terminal terminal() {
        return services.terminal();
    }
}
