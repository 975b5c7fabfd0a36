package dev.lockstep.ui.remotes;

import dev.lockstep.remote.RemoteSecret;

/**
 * A secret that stands at a remote.
 *
 * @param name fit to be drawn
 */
record Found(RemoteSecret secret, String name) {}
