package dev.lockstep.sync.model;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.model.Shop.Kept;
import dev.lockstep.sync.model.Shop.Writer;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.TestVaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Our way into a shop, on which things go wrong and others may act meanwhile. */
final class ShopVault implements RemoteVault {
    private final World world;
    private final Remote remote;
    private final Shop shop;
    private final Instant begun;
    private boolean written;

    ShopVault(World world, Remote remote, Shop shop) {
        this.world = world;
        this.remote = remote;
        this.shop = shop;
        this.begun = world.now();
    }

    @Override
    public VendorContract contract() {
        return shop.contract;
    }

    @Override
    public Greeting greet() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void list(Consumer<RemoteSecret> each) throws RemoteException {
        Fault fault = begin(Fault.LISTING);
        if (fault == Fault.STALE && shop.real().isPresent()) {
            fault = Fault.NONE;
        }
        List<Kept> all = fault == Fault.STALE ? shop.at(world.now().minus(world.lateness())) : shop.all();
        if (fault == Fault.EMPTY) {
            all = List.of();
        } else if (fault == Fault.HALF) {
            all.subList(0, all.size() / 2).forEach(one -> each.accept(shop.listed(one)));
            throw new RemoteException(new Trouble.Unavailable(Trouble.Cause.TIMED_OUT));
        } else if (fault != Fault.NONE && fault != Fault.STALE) {
            throw new RemoteException(fault.trouble(false));
        }
        if (!written) {
            world.oracle().listed(remote.id(), begun, all, shop.all());
        }
        if (shop.real().isPresent() && fault == Fault.NONE) {
            List<String> names = new ArrayList<>(all.stream().map(Kept::name).toList());
            shop.real().get().list(one -> {
                if (!names.remove(one.name())) {
                    world.oracle().violated(one.name() + " stands there and should not");
                }
                each.accept(one);
            });
            world.oracle().require(names.isEmpty(), names + " should stand there");
            return;
        }
        all.forEach(one -> each.accept(shop.listed(one)));
    }

    private Fault begin(Fault[] possible) throws RemoteException {
        world.between(remote);
        Fault fault = world.fault(possible);
        if (Thread.currentThread().isInterrupted()) {
            throw new RemoteException(new Trouble.Cancelled());
        }
        if (fault == Fault.CRASH_BEFORE) {
            throw world.crash();
        }
        if (fault == Fault.CANCELLED) {
            Thread.currentThread().interrupt();
            throw new RemoteException(new Trouble.Cancelled());
        }
        return fault;
    }

    private void reading() throws RemoteException {
        Fault fault = begin(Fault.READING);
        if (fault != Fault.NONE) {
            throw new RemoteException(fault.trouble(false));
        }
    }

    @Override
    public Optional<Inspector> inspector() {
        return switch (shop.vendor) {
            case VOXIMPLANT, HOOKLISTENER, KV_V2 ->
                Optional.of(id -> {
                    inspecting(id);
                    Optional<Kept> one = shop.byId(id);
                    if (!written) {
                        world.oracle().inspected(remote.id(), id, one);
                    }
                    Kept there = one.orElseThrow(ShopVault::absent);
                    return shop.real().isPresent() ? shop.real().get().inspect(id) : shop.shown(there);
                });
            case HOOKPULSE, MIXPEEK, DREADNODE -> Optional.empty();
        };
    }

    private void inspecting(String id) throws RemoteException {
        try {
            reading();
        } catch (RemoteException e) {
            if (e.trouble() instanceof Trouble.Forbidden) {
                world.oracle().keptBack(remote.id(), name(id));
            }
            throw e;
        }
    }

    private static RemoteException absent() {
        return new RemoteException(new Trouble.NotFound(false));
    }

    @Override
    public Optional<ValueReader> valueReader() {
        if (!shop.contract.can(Capability.READ_VALUE)) {
            return Optional.empty();
        }
        return Optional.of(id -> {
            reading();
            Kept one = live(id);
            return shop.real().isPresent() ? shop.real().get().read(id) : TestVaults.value(one.value());
        });
    }

    private Kept live(String id) throws RemoteException {
        Kept one = shop.byId(id).orElseThrow(ShopVault::absent);
        if (one.deleted()) {
            throw new RemoteException(new Trouble.NotFound(true));
        }
        return one;
    }

    private interface Act<T> {
        T run() throws RemoteException;
    }

    /** One write, judged by the oracle before it is done, whenever that is. */
    private <T> T write(Action action, String name, Act<T> act) throws RemoteException {
        written = true;
        world.oracle().sending(remote.id(), name);
        boolean lost = true;
        try {
            T result = sent(action, name, act);
            lost = false;
            return result;
        } catch (RemoteException e) {
            lost = e.trouble() instanceof Trouble.OutcomeUnknown || e.trouble() instanceof Trouble.ProtocolError;
            throw e;
        } finally {
            if (!world.isCrashed()) {
                world.oracle().answered(remote.id(), name, lost);
            }
        }
    }

    private <T> T sent(Action action, String name, Act<T> act) throws RemoteException {
        Fault fault;
        try {
            fault = begin(Fault.WRITING);
        } catch (RemoteException e) {
            if (world.coin()) {
                done(action, name, act);
            }
            throw new RemoteException(new Trouble.OutcomeUnknown());
        }
        switch (fault) {
            case NONE -> {}
            case LATE ->
                world.later(() -> {
                    try {
                        act.run();
                        world.oracle().written(remote.id(), action, name);
                        world.log("  (late " + action + " of " + name + ")");
                    } catch (RemoteException e) {
                        world.log("  (late " + action + " of " + name + " is refused)");
                    }
                });
            case LOST_AFTER, CRASH_AFTER, STRANGE -> attempted(action, name, act);
            default -> {}
        }
        if (fault == Fault.CRASH_AFTER) {
            throw world.crash();
        }
        if (fault != Fault.NONE) {
            throw new RemoteException(fault.trouble(true));
        }
        return done(action, name, act);
    }

    private <T> void attempted(Action action, String name, Act<T> act) {
        try {
            done(action, name, act);
        } catch (RemoteException e) {
            world.log("  (and it is refused)");
        }
    }

    private <T> T done(Action action, String name, Act<T> act) throws RemoteException {
        synchronized (world) {
            world.oracle().writing(remote, action, name);
            T result = act.run();
            world.oracle().written(remote.id(), action, name);
            world.pass(Duration.ofMillis(1100));
            return result;
        }
    }

    @Override
    public RemoteSecret create(NewSecret secret) throws RemoteException {
        String value = text(secret.value());
        world.oracle().fits(shop, value);
        return write(Action.CREATE, secret.name(), () -> {
            Kept made = shop.create(secret.name(), value, Writer.US)
                    .orElseThrow(() -> new RemoteException(new Trouble.AlreadyExists(Optional.empty())));
            return shop.answered(made, true).orElseThrow();
        });
    }

    private static String text(SecretValue value) {
        return value.use(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Updater> updater() {
        return Optional.of((id, change) -> {
            String value = text(change.value());
            world.oracle().fits(shop, value);
            return write(Action.UPDATE, name(id), () -> {
                Kept one = live(id);
                if (shop.contract.can(Capability.COMPARE_AND_SET)
                        && change.version().orElse(one.version()) != one.version()) {
                    throw new RemoteException(new Trouble.ChangedMeanwhile());
                }
                return shop.answered(shop.put(one, value, Writer.US), false);
            });
        });
    }

    private String name(String id) {
        return world.oracle()
                .told(remote.id(), id, shop)
                .or(() -> shop.byId(id))
                .map(Kept::name)
                .orElse("gone " + id);
    }

    @Override
    public Optional<Deleter> deleter() {
        return Optional.of(id -> write(Action.DELETE, name(id), () -> {
            shop.delete(live(id), Writer.US);
            return "";
        }));
    }

    @Override
    public void close() {}
}
