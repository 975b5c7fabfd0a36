/**
 * KeePass: its files of KDBX 3 and 4, and its XML as KeePass and KeePassXC export it. What stands where is from the exports of KeePassXC 2.7.4
 * and the schema that KeePass publishes.
 */
@NullMarked
package dev.lockstep.transfer.keepass;

import org.jspecify.annotations.NullMarked;
