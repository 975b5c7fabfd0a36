/**
 * One SQLite file: rows, transactions, migrations. The only package that names java.sql; it sees sealed bytes
 * only.
 */
@NullMarked
package dev.lockstep.store;

import org.jspecify.annotations.NullMarked;
