package dev.lockstep.remote;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a vendor tells of one secret without its value. What it does not tell is empty.
 *
 * @param id by which the vendor wants it named in later calls; the name itself where there is no other; empty where only a listing tells it
 * @param name exactly as it stands there
 * @param description as it stands there
 * @param provider that the value is for
 * @param traces what may show later that it was changed
 */
public record RemoteSecret(
        Optional<String> id, String name, Optional<String> description, Optional<String> provider, Traces traces) {
    /**
     * What a vendor tells of changes.
     *
     * @param created by the vendor's clock
     * @param modified by the vendor's clock
     * @param mask a part of the value, as the vendor shows it
     * @param version of the value, counted by the vendor
     * @param deleted whether it is deleted there and can be brought back
     */
    public record Traces(
            Optional<Instant> created,
            Optional<Instant> modified,
            Optional<String> mask,
            OptionalLong version,
            boolean deleted) {
        /** For vendors that tell nothing of changes. */
        public static final Traces NONE =
                new Traces(Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), false);

        /** Times alone. */
        public static Traces times(Optional<Instant> created, Optional<Instant> modified) {
            return new Traces(created, modified, Optional.empty(), OptionalLong.empty(), false);
        }
    }

    /** A secret of which only the name is known, which is also its id. */
    public static RemoteSecret named(String name) {
        return new RemoteSecret(Optional.of(name), name, Optional.empty(), Optional.empty(), Traces.NONE);
    }
}
