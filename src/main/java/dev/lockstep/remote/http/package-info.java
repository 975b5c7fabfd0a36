/** The rules of HTTP that hold for every vendor: who is trusted, how long and how often is tried, how large an answer may be, how it is read. */
@NullMarked
package dev.lockstep.remote.http;

import org.jspecify.annotations.NullMarked;
