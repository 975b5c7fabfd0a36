package dev.lockstep.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.practice.MixpeekSimulator;
import dev.lockstep.practice.Simulator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever goes wrong at whichever call, what is said of a deed is held against what stands at the vendor afterwards. {@code OutcomeUnknown} is
 * always true; no exception says that it was done, and every other trouble that it was not.
 */
class TruthTest {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /** More calls than any deed makes. */
    private static final int FOR_GOOD = 20;

    /** A call that is not for a list goes well. */
    private static final Disturbance NONE = Disturbance.STALE_LISTING;

    private static final List<List<Disturbance>> NOTHING = List.of();

    private final List<String> lies = new ArrayList<>();
    private int done;
    private int undone;
    private int unknown;

    /** What is asked for, and whether it stands there afterwards. */
    private enum Deed {
        CREATE,
        CREATE_TAKEN,
        UPDATE,
        RENAME,
        DELETE;

        private boolean isPossible(RemoteVault vault) {
            return switch (this) {
                case CREATE, CREATE_TAKEN -> true;
                case UPDATE -> vault.updater().isPresent();
                case RENAME -> vault.renamer().isPresent();
                case DELETE -> vault.deleter().isPresent();
            };
        }

        private void on(RemoteVault vault, Target target) throws RemoteException {
            try (SecretValue value = Act.value(AFTER)) {
                switch (this) {
                    case CREATE -> vault.create(NewSecret.of(target.another(), value));
                    case CREATE_TAKEN -> vault.create(NewSecret.of(target.name(), value));
                    case UPDATE -> vault.updater().orElseThrow().update(target.id(), RemoteVault.Change.to(value));
                    case RENAME -> vault.renamer().orElseThrow().rename(target.id(), target.another());
                    case DELETE -> vault.deleter().orElseThrow().delete(target.id());
                }
            }
        }

        private boolean isDone(Shelf shelf, Target target) throws RemoteException {
            return switch (this) {
                case CREATE -> shelf.value(target.another()).equals(Optional.of(AFTER));
                case CREATE_TAKEN, UPDATE -> shelf.value(target.name()).equals(Optional.of(AFTER));
                case RENAME -> shelf.value(target.another()).equals(Optional.of(BEFORE));
                case DELETE -> shelf.value(target.name()).isEmpty();
            };
        }
    }

    /**
     * A secret that is there.
     *
     * @param another name that is free
     */
    private record Target(String id, String name, String another) {}

    /** What stands at a vendor that is not disturbed. */
    private record Shelf(RemoteVault vault, Simulator simulator) {
        Optional<String> value(String name) throws RemoteException {
            return switch (simulator) {
                case MixpeekSimulator mixpeek -> id(name).map(id -> known(mixpeek.holds(name, bytes(AFTER))));
                case DreadnodeSimulator dreadnode -> id(name).map(id -> known(dreadnode.holds(name, bytes(AFTER))));
                case KvSimulator kv -> read(name);
                default -> {
                    Optional<String> id = id(name);
                    yield id.isPresent() ? read(id.get()) : id;
                }
            };
        }

        private static String known(boolean after) {
            return after ? AFTER : BEFORE;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private Optional<String> read(String id) throws RemoteException {
            try (SecretValue value = vault.valueReader().orElseThrow().read(id)) {
                return Optional.of(value.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
            } catch (RemoteException e) {
                if (e.trouble() instanceof Trouble.NotFound) {
                    return Optional.empty();
                }
                throw e;
            }
        }

        private Optional<String> id(String name) throws RemoteException {
            return Act.all(vault).stream()
                    .filter(secret -> secret.name().equals(name))
                    .findFirst()
                    .flatMap(RemoteSecret::id);
        }

        Target seed(String name, String another) throws RemoteException {
            try (SecretValue value = Act.value(BEFORE)) {
                Optional<String> id = vault.create(NewSecret.of(name, value)).id();
                return new Target(id.isPresent() ? id.get() : id(name).orElseThrow(), name, another);
            }
        }

        /** So that lists stay short; those of KV show what is deleted as well. */
        void clear() throws RemoteException {
            if (!(simulator instanceof KvSimulator)) {
                for (RemoteSecret secret : Act.all(vault)) {
                    vault.deleter().orElseThrow().delete(secret.id().orElseThrow());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidOfADeedIsWhatStandsThere(Vendor vendor) throws Exception {
        try (PracticeRemote practice = new PracticeRemote(vendor);
                RemoteVault vault = practice.open()) {
            Shelf shelf = new Shelf(vault, practice.simulator());
            Target target = shelf.seed(name(vault, "A_0"), name(vault, "B_0"));
            int number = 0;
            for (Deed deed : Deed.values()) {
                for (List<Disturbance> troubles : deed.isPossible(vault) ? schedules(vendor) : NOTHING) {
                    if (tryOut(deed, shelf, target, troubles)) {
                        shelf.clear();
                        number++;
                        target = shelf.seed(name(vault, "A_" + number), name(vault, "B_" + number));
                    }
                }
            }
        }
        assertEquals(List.of(), lies);
        assertTrue(done > 0 && undone > 0 && unknown > 0, () -> done + ", " + undone + ", " + unknown);
    }

    private static String name(RemoteVault vault, String name) {
        return vault.contract().names().mapping().apply(name);
    }

    /** Every trouble: alone, after an answer or a call that was lost, with the look that may follow, at a later call, and for good. */
    private static List<List<Disturbance>> schedules(Vendor vendor) {
        List<List<Disturbance>> starts = new ArrayList<>(List.of(
                List.of(),
                List.of(Disturbance.RESET_AFTER),
                List.of(Disturbance.RESET_BEFORE),
                List.of(Disturbance.RESET_AFTER, NONE)));
        if (vendor == Vendor.KV_V2) {
            starts.addAll(List.of(
                    List.of(NONE),
                    List.of(NONE, Disturbance.RESET_AFTER),
                    List.of(NONE, NONE),
                    List.of(NONE, NONE, Disturbance.RESET_AFTER)));
        }
        List<List<Disturbance>> all = new ArrayList<>();
        for (Disturbance trouble : Disturbance.values()) {
            starts.forEach(start ->
                    all.add(Stream.concat(start.stream(), Stream.of(trouble)).toList()));
            all.add(Collections.nCopies(FOR_GOOD, trouble));
        }
        return all;
    }

    /** Whether something was written. */
    private boolean tryOut(Deed deed, Shelf shelf, Target target, List<Disturbance> troubles) throws RemoteException {
        shelf.simulator().disturb(troubles.toArray(Disturbance[]::new));
        Optional<Trouble> said = Optional.empty();
        try {
            deed.on(shelf.vault(), target);
        } catch (RemoteException e) {
            said = Optional.of(e.trouble());
        } finally {
            shelf.simulator().disturbNoMore();
        }
        boolean stands = deed.isDone(shelf, target);
        if (said.isPresent() && said.get() instanceof Trouble.OutcomeUnknown) {
            unknown++;
        } else if (said.isEmpty() == stands) {
            done += stands ? 1 : 0;
            undone += stands ? 0 : 1;
        } else {
            String told =
                    said.map(trouble -> trouble.getClass().getSimpleName()).orElse("done");
            lies.add(deed + " after " + troubles.stream().distinct().toList() + " is said to be " + told);
        }
        return stands;
    }
}
