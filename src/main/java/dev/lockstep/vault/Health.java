package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.util.List;

/** The use cases around weak, shared, old, due and misplaced values. Not for the JavaFX thread. */
public final class Health {
    private final Session session;
    private final Sightings sightings = new Sightings();

    Health(Session session) {
        this.session = session;
    }

    /** Reports on all secrets outside the trash, from their heads and from what was seen of their values; opens no value. */
    public HealthReport report() {
        return session.catalog().health(sightings);
    }

    /**
     * Opens the values one by one that were not looked into yet, and remembers only what kind of key they are, until the vault is locked.
     * They are not noted as revealed. A value that cannot be opened is remembered as such.
     *
     * @throws VaultException {@code Locked}, or if the file cannot be read
     * @throws InterruptedException if the thread is interrupted; what was seen so far is remembered
     */
    public void look(Progress progress) throws VaultException, InterruptedException {
        List<SecretId> unseen = report().unseen();
        for (int i = 0; i < unseen.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            look(unseen.get(i));
            progress.at(i + 1, unseen.size());
        }
    }

    private void look(SecretId id) throws VaultException {
        long fingerprint = session.catalog()
                .head(id)
                .map(found ->
                        ByteBuffer.wrap(found.head().value().fingerprint()).getLong())
                .orElse(0L);
        try (SecretValue value = session.value(id)) {
            sightings.saw(
                    id,
                    ByteBuffer.wrap(session.alone(inside -> inside.keys().fingerprint(value)))
                            .getLong(),
                    KnownKey.of(value));
        } catch (VaultException e) {
            if (!about(e.failure())) {
                throw e;
            }
            if (!(e.failure() instanceof Failure.Gone)) {
                sightings.couldNotOpen(id, fingerprint);
            }
        }
    }

    /** Whether a failure tells of this one value, not of the whole file. */
    private static boolean about(Failure failure) {
        return switch (failure) {
            case Failure.PartDamaged damaged -> damaged.part() == Failure.Part.VALUE;
            case Failure.SetChanged changed -> changed.part() == Failure.Part.VALUE;
            case Failure.Gone gone -> true;
            default -> false;
        };
    }

    /** Forgets what was seen. */
    void forget() {
        sightings.forget();
    }
}
