/**
 * Remote vaults: what every vendor's API has in common, what each can and cannot do, and how a call may end. The rules of HTTP are in
 * {@code http}, each vendor has a package of its own, and {@code connect} opens any of them.
 */
@NullMarked
package dev.lockstep.remote;

import org.jspecify.annotations.NullMarked;
