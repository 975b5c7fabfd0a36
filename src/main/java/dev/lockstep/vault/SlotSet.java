package dev.lockstep.vault;

import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.SlotHeader;
import dev.lockstep.crypto.SlotType;
import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The key slots of a vault by their numbers, as of one moment. Those that cannot be read count as none. */
record SlotSet(SortedMap<Integer, byte[]> slots) {
    /** The highest number. */
    static final int MOST = 8;

    byte[] digest() {
        return Manifest.digest(slots);
    }

    List<byte[]> list() {
        return List.copyOf(slots.values());
    }

    Optional<byte[]> slot(int number) {
        return Optional.ofNullable(slots.get(number));
    }

    SortedMap<Integer, SlotHeader> headers() {
        SortedMap<Integer, SlotHeader> headers = new TreeMap<>();
        slots.forEach((number, slot) -> KeySlot.header(slot).ifPresent(header -> headers.put(number, header)));
        return headers;
    }

    Set<SlotType> types() {
        return headers().values().stream().map(SlotHeader::type).collect(Collectors.toSet());
    }

    /** What a password costs that is not easier to guess than the present ones, nor than wanted. */
    KdfParameters cost(KdfParameters wanted) {
        return headers().values().stream()
                .filter(header -> header.type().byPassword())
                .map(SlotHeader::cost)
                .reduce(wanted, KdfParameters::atLeast);
    }

    SlotSet without(Predicate<SlotType> removed) {
        Map<Integer, SlotHeader> headers = headers();
        SortedMap<Integer, byte[]> rest = new TreeMap<>(slots);
        rest.keySet().removeIf(number -> {
            SlotHeader header = headers.get(number);
            return header != null && removed.test(header.type());
        });
        return new SlotSet(rest);
    }

    /** With one more slot, under the lowest number that is free. */
    SlotSet with(byte[] slot) throws VaultException {
        for (int number = 1; number <= MOST; number++) {
            if (!slots.containsKey(number)) {
                SortedMap<Integer, byte[]> more = new TreeMap<>(slots);
                more.put(number, slot);
                return new SlotSet(more);
            }
        }
        throw new VaultException(new Failure.PartDamaged(Failure.Part.KEY_SLOT));
    }

    /**
     * What only the operating system keeps does not last: it is lost with the computer.
     *
     * @throws VaultException {@code LastWay} if nothing else is left
     */
    void requireLasting() throws VaultException {
        if (types().stream().allMatch(type -> type == SlotType.KEYSTORE)) {
            throw new VaultException(new Failure.LastWay());
        }
    }
}
