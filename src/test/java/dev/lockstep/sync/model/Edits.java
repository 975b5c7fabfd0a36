package dev.lockstep.sync.model;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.model.Oracle.Mine;
import dev.lockstep.sync.model.Shop.Kept;
import dev.lockstep.sync.model.Shop.Writer;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.Remotes;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.SyncPolicy;
import dev.lockstep.vault.TestVaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What the user does to secrets and remotes, and what others do at the vendors. */
final class Edits {
    private static final List<String> NAMES = List.of("ALPHA", "BETA", "GAMMA", "DELTA", "alpha", "BETA-X", "BETA_X");
    private static final List<String> THEIRS = List.of("THEIRS_ONE", "THEIRS_TWO");

    /** Names that nobody can keep. */
    private static final List<String> STRANGE = List.of("", "x".repeat(4097), "half \ud800");

    private final World world;
    private final Oracle oracle;
    private Optional<Remotes.Removed> removed = Optional.empty();
    private int made;

    Edits(World world) {
        this.world = world;
        this.oracle = world.oracle();
    }

    private <T> T one(List<T> of) {
        return of.get(world.random().nextInt(of.size()));
    }

    /** A new value; once in a while the same as somewhere else, or one that not every vendor takes. */
    private String value() {
        Random random = world.random();
        String fresh = "ab".charAt(random.nextInt(2)) + " " + ++made + "-" + random.nextInt(1 << 30)
                + "yz".charAt(random.nextInt(2));
        return switch (random.nextInt(24)) {
            case 0 -> " \n" + fresh + "\r\n ";
            case 1 -> "";
            case 2 -> fresh + "ä".repeat(8192);
            case 3, 4 -> copied().orElse(fresh);
            default -> fresh;
        };
    }

    private Optional<String> copied() {
        List<String> all = world.shops().values().stream()
                .flatMap(shop -> shop.all().stream())
                .map(Kept::value)
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(one(all));
    }

    /** Something here. */
    void here() {
        List<SecretId> known = List.copyOf(oracle.mine().keySet());
        int what = known.isEmpty() ? 0 : world.random().nextInt(13);
        try {
            if (what < 3) {
                add();
                return;
            }
            SecretId id = one(known);
            Mine secret = oracle.mine().get(id);
            Entry entry = world.vault().catalog().entry(id).orElseThrow();
            switch (what) {
                case 3, 4, 5, 6 -> edit(entry, secret);
                case 7 -> rename(entry, secret);
                case 8, 9 -> {
                    world.log("trash " + secret.name);
                    world.vault().secrets().trash(List.of(id));
                    secret.trashed = true;
                }
                case 10 -> {
                    CollectionId to =
                            entry.collection().equals(world.collection()) ? world.elsewhere() : world.collection();
                    world.log("move " + secret.name);
                    world.vault().secrets().move(List.of(id), to);
                }
                case 11 -> {
                    if (secret.trashed) {
                        secret.name = world.vault()
                                .secrets()
                                .restore(List.of(id))
                                .getFirst()
                                .name();
                        secret.trashed = false;
                        world.log("restore " + secret.name);
                    }
                }
                default -> {
                    if (secret.trashed) {
                        world.log("delete for good " + secret.name);
                        world.vault().secrets().deleteForGood(List.of(id));
                        oracle.mine().remove(id);
                    }
                }
            }
        } catch (VaultException e) {
            world.log("  not done: " + e.failure());
        }
    }

    private void add() throws VaultException {
        String name = one(NAMES);
        String text = value();
        world.log("add " + name + " = " + brief(text));
        try (SecretValue value = TestVaults.value(text)) {
            oracle.saved(world.vault().secrets().add(SecretDetails.named(world.collection(), name), value), text);
        }
    }

    private static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private void edit(Entry entry, Mine secret) throws VaultException {
        if (entry.trashed().isPresent()) {
            return;
        }
        String text = value();
        world.log("edit " + secret.name + " = " + brief(text));
        try (SecretValue value = TestVaults.value(text)) {
            oracle.saved(world.vault().secrets().edit(entry, SecretDetails.of(entry), value), text);
        }
    }

    private void rename(Entry entry, Mine secret) throws VaultException {
        String name = one(NAMES);
        world.log("rename " + secret.name + " to " + name);
        secret.name = world.vault()
                .secrets()
                .edit(entry, SecretDetails.of(entry).withName(name))
                .name();
    }

    /** Something that others do at a vendor. */
    void there() {
        Shop shop = one(List.copyOf(world.shops().values()));
        world.pass(Duration.ofSeconds(2));
        List<Kept> all = shop.all();
        int what = all.isEmpty() ? 0 : world.random().nextInt(10);
        if (what < 4) {
            String local = one(List.of(NAMES, NAMES, THEIRS).get(world.random().nextInt(3)));
            String name = world.random().nextInt(12) == 0
                    ? one(STRANGE)
                    : shop.contract.names().mapping().apply(local);
            String value = value();
            world.log("others create " + brief(name) + " at " + shop.vendor + " = " + brief(value));
            shop.create(name, value, Writer.OTHERS);
        } else {
            at(shop, one(all), what);
        }
        world.pass(Duration.ofSeconds(2));
    }

    private void at(Shop shop, Kept one, int what) {
        if (one.deleted()) {
            world.log("others bring back " + one.name() + " at " + shop.vendor);
            shop.bringBack(one);
        } else if (what < 7) {
            String value = value();
            world.log("others change " + one.name() + " at " + shop.vendor + " to " + brief(value));
            shop.put(one, value, Writer.OTHERS);
        } else if (what == 7 && shop.contract.can(Capability.RENAME)) {
            String name = shop.contract.names().mapping().apply(one(NAMES));
            if (shop.find(name).isEmpty()) {
                world.log("others rename " + brief(one.name()) + " to " + name + " at " + shop.vendor);
                shop.rename(one, name);
            }
        } else if (what < 9) {
            world.log("others delete " + one.name() + " at " + shop.vendor);
            shop.delete(one, Writer.OTHERS);
        } else {
            String value = value();
            world.log("others replace " + one.name() + " at " + shop.vendor + " by " + brief(value));
            shop.destroy(one, Writer.OTHERS);
            world.pass(Duration.ofSeconds(2));
            shop.create(one.name(), value, Writer.OTHERS);
        }
    }

    /** The program was started anew: what was removed before cannot be put back. */
    void restarted() {
        removed = Optional.empty();
    }

    /** Something about how remotes are used. */
    void remote() throws VaultException {
        List<Remote> all = world.remotes();
        List<Shop> free = world.shops().values().stream()
                .filter(shop -> all.stream().noneMatch(remote -> world.shop(remote) == shop))
                .toList();
        if (!free.isEmpty()) {
            Optional<Remotes.Removed> back = removed;
            removed = Optional.empty();
            if (back.isPresent() && world.coin()) {
                world.log("put back " + back.get().remote().vendor());
                world.vault().remotes().putBack(back.get());
            } else {
                add(one(free).vendor);
            }
            return;
        }
        Remote remote = one(all);
        Conduct conduct = remote.conduct();
        switch (world.random().nextInt(9)) {
            case 0, 1, 2 -> {
                Direction direction = world.shop(remote).contract.can(Capability.READ_VALUE)
                        ? one(List.of(Direction.values()))
                        : Direction.PUSH;
                world.log(remote.vendor() + " " + direction);
                world.vault()
                        .remotes()
                        .conduct(remote.id(), new Conduct(conduct.paused(), direction, conduct.deletions()));
            }
            case 3, 4 -> {
                world.log(remote.vendor() + " deletions " + !conduct.deletions());
                world.vault()
                        .remotes()
                        .conduct(remote.id(), new Conduct(conduct.paused(), conduct.direction(), !conduct.deletions()));
            }
            case 5 -> {
                world.log(remote.vendor() + " paused " + !conduct.paused());
                world.vault().remotes().conduct(remote.id(), conduct.withPaused(!conduct.paused()));
            }
            case 6 -> {
                RemoteDetails now = remote.details();
                String prefix = now.prefix().isEmpty() ? now.mapping().apply("P_") : "";
                world.log(remote.vendor() + " prefix " + prefix);
                world.vault()
                        .remotes()
                        .change(
                                remote,
                                new RemoteDetails(now.name(), now.place(), now.mapping(), prefix, now.settings()),
                                Map.of(),
                                Set.of());
            }
            case 7 -> {
                boolean paused = world.vault().sync().policy().pauseAll();
                world.log("all paused " + !paused);
                world.sync().policy(new SyncPolicy(!paused));
            }
            default -> {
                world.log("remove " + remote.vendor());
                removed = Optional.of(world.vault().remotes().remove(remote.id()));
            }
        }
    }

    void add(Vendor vendor) throws VaultException {
        world.log("add the remote " + vendor);
        Shop shop = world.shops().get(vendor.id());
        world.vault()
                .remotes()
                .add(
                        world.collection(),
                        vendor.id(),
                        new RemoteDetails(
                                vendor.id(), vendor.id(), shop.contract.names().mapping(), "", Map.of("update", "on")),
                        Map.of());
    }
}
