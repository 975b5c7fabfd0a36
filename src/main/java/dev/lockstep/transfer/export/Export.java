package dev.lockstep.transfer.export;

import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.ExportException;
import dev.lockstep.transfer.PrivateFile;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.SecretDetails;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes chosen secrets of a vault in one format. The package tells how. Interrupting the thread ends it; locking the vault does too. Not for the
 * JavaFX thread.
 */
public final class Export {
    private final OpenVault vault;
    private final ExportFormat format;
    private final ExportOptions options;

    /**
     * @param options stay the caller's to close
     * @throws IllegalArgumentException if the format objects to the options
     */
    public Export(OpenVault vault, ExportFormat format, ExportOptions options) {
        if (!format.objections(options).isEmpty()) {
            throw new IllegalArgumentException(format.objections(options).toString());
        }
        this.vault = vault;
        this.format = format;
        this.options = options;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * It is written.
         *
         * @param secrets how many
         */
        record Written(int secrets) implements Outcome {}

        /** Nothing is written, because the format cannot hold these. */
        record Refused(List<Refusal> refusals) implements Outcome {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /**
     * What the format cannot hold of a choice; writes nothing and notes nothing.
     *
     * @throws VaultException {@code Gone} if one of them is not there any more, or is in the trash
     */
    public List<Refusal> refusals(List<SecretId> chosen, Progress progress)
            throws VaultException, InterruptedException {
        return screen(chosen, done -> progress.at(done, chosen.size()));
    }

    /**
     * Writes a file that only its owner can read.
     *
     * @param chosen outside the trash, each once, in the order in which they are to stand
     * @param target in a folder that is there; a link in its place is replaced and not followed
     * @param replace whether a file may be there already
     * @throws ExportException if it cannot be written, {@code EXISTS} among others; nothing is left of it then
     */
    public Outcome toFile(List<SecretId> chosen, Path target, boolean replace, Progress progress)
            throws ExportException, VaultException, InterruptedException {
        Path absolute = target.toAbsolutePath();
        try {
            PrivateFile.requirePlace(absolute, replace);
            try (Held held = new Held()) {
                List<Refusal> refusals = look(chosen, held, progress);
                if (!refusals.isEmpty()) {
                    return new Outcome.Refused(refusals);
                }
                try (PrivateFile file = new PrivateFile(absolute)) {
                    write(chosen, held, file.channel(), progress);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    note(chosen, String.valueOf(absolute.getFileName()));
                    file.keep(replace);
                }
                return new Outcome.Written(chosen.size());
            }
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw ExportException.of(e, absolute.getParent() == null ? absolute : absolute.getParent());
        }
    }

    /**
     * Writes to a stream, such as that of the standard output.
     *
     * @param out stays the caller's to close
     * @param name what the audit log calls it
     * @throws IOException if the stream does; part of it may be written then
     */
    public Outcome toStream(List<SecretId> chosen, OutputStream out, String name, Progress progress)
            throws IOException, VaultException, InterruptedException {
        try (Held held = new Held()) {
            List<Refusal> refusals = look(chosen, held, progress);
            if (!refusals.isEmpty()) {
                return new Outcome.Refused(refusals);
            }
            note(chosen, name);
            write(chosen, held, Channels.newChannel(out), progress);
            out.flush();
            return new Outcome.Written(chosen.size());
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        }
    }

    /** An interrupt in the middle of writing closes the channel. */
    private static InterruptedException interrupted(ClosedByInterruptException cause) {
        Thread.interrupted();
        InterruptedException interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }

    private List<Refusal> screen(List<SecretId> chosen, Step step) throws VaultException, InterruptedException {
        List<Refusal> refusals = new ArrayList<>();
        Screening screening = format.screening();
        each(
                chosen,
                step,
                (id, item) ->
                        screening.look(item).ifPresent(reason -> refusals.add(new Refusal(id, item.name(), reason))));
        return refusals;
    }

    /**
     * Screens, and has the format write what may go out later, so that values are opened once. A sealed format, which takes its time, writes only
     * what passed.
     */
    private List<Refusal> look(List<SecretId> chosen, Held held, Progress progress)
            throws IOException, VaultException, InterruptedException {
        Step step = done -> progress.at(done, 2L * chosen.size());
        if (format.isSealed()) {
            return screen(chosen, step);
        }
        List<Refusal> refusals = new ArrayList<>();
        Screening screening = format.screening();
        format.write(
                new ExportItems() {
                    @Override
                    public int size() {
                        return chosen.size();
                    }

                    @Override
                    public <E extends Exception> void each(Sink<E> sink)
                            throws E, VaultException, InterruptedException {
                        Export.this.<E>each(chosen, step, (id, item) -> {
                            Optional<Refusal.Reason> reason = screening.look(item);
                            reason.ifPresent(why -> refusals.add(new Refusal(id, item.name(), why)));
                            if (refusals.isEmpty() && !held.isOverfull()) {
                                sink.take(item);
                            }
                        });
                    }
                },
                held,
                options);
        return refusals;
    }

    /** Writes what is held, or goes through the secrets again if that was too much. */
    private void write(List<SecretId> chosen, Held held, WritableByteChannel out, Progress progress)
            throws IOException, VaultException, InterruptedException {
        if (format.isSealed() || held.isOverfull()) {
            write(chosen, out, progress);
        } else {
            int half = chosen.size();
            held.writeTo(out, share -> progress.at(half + Math.round(share * half), 2L * half));
        }
    }

    private void write(List<SecretId> chosen, WritableByteChannel out, Progress progress)
            throws IOException, VaultException, InterruptedException {
        Screening again = format.screening();
        ExportItems items = new ExportItems() {
            @Override
            public int size() {
                return chosen.size();
            }

            @Override
            public <E extends Exception> void each(Sink<E> sink) throws E, VaultException, InterruptedException {
                Step step = done -> progress.at((long) chosen.size() + done, 2L * chosen.size());
                Export.this.<E>each(chosen, step, (id, item) -> {
                    if (again.look(item).isPresent()) {
                        throw new VaultException(new Failure.ChangedMeanwhile());
                    }
                    sink.take(item);
                });
            }
        };
        format.write(items, out, options);
    }

    private <E extends Exception> void each(List<SecretId> chosen, Step step, Taker<E> taker)
            throws E, VaultException, InterruptedException {
        int[] done = {0};
        vault.exporting().<E>each(chosen, format.holdsValues(), (entry, collection, value) -> {
            taker.take(entry.id(), new ExportItem(collection, SecretDetails.of(entry), value));
            step.at(++done[0]);
        });
    }

    private void note(List<SecretId> chosen, String name) throws VaultException {
        vault.exporting().note(format.holdsValues() ? chosen : List.of(), name);
    }

    @FunctionalInterface
    private interface Step {
        void at(int done);
    }

    @FunctionalInterface
    private interface Taker<E extends Exception> {
        void take(SecretId id, ExportItem item) throws E, VaultException, InterruptedException;
    }
}
