/** Secrets as an object of Kubernetes, written only. */
@NullMarked
package dev.lockstep.transfer.kubernetes;

import org.jspecify.annotations.NullMarked;
