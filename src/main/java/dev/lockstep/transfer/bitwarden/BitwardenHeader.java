package dev.lockstep.transfer.bitwarden;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.json.JsonWalk;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an export says of itself: whether it is sealed, for whom, and what its key costs. */
final class BitwardenHeader {
    /** The most that is sealed, in bytes of base64: 64 MiB. */
    private static final int MOST_SEALED = 64 << 20;

    private final JsonWalk walk;
    private final Map<Amount, Long> numbers = new EnumMap<>(Amount.class);
    private final Map<Text, byte[]> texts = new EnumMap<>(Text.class);
    private boolean items;
    private boolean encrypted;
    private boolean passwordProtected;

    private BitwardenHeader(JsonWalk walk) {
        this.walk = walk;
    }

    private enum Amount {
        TYPE,
        ITERATIONS,
        MEMORY,
        LANES
    }

    private enum Text {
        SALT,
        VALIDATION,
        DATA
    }

    /**
     * That of the object that comes next.
     *
     * @throws ImportException {@code UNSUPPORTED} if it is encrypted for an account
     */
    static BitwardenHeader read(JsonWalk walk) throws ImportException, InterruptedException {
        BitwardenHeader header = new BitwardenHeader(walk);
        walk.object(header::member);
        if (header.encrypted && !header.passwordProtected) {
            throw new ImportException(Reason.UNSUPPORTED);
        }
        if (!header.encrypted && !header.items) {
            throw new ImportException(Reason.OTHER_FORMAT);
        }
        return header;
    }

    private void member(String name) throws ImportException, InterruptedException {
        switch (name) {
            case "encrypted" -> encrypted = walk.flag();
            case "passwordProtected" -> passwordProtected = walk.flag();
            case "salt" -> text(Text.SALT);
            case "kdfType" -> number(Amount.TYPE);
            case "kdfIterations" -> number(Amount.ITERATIONS);
            case "kdfMemory" -> number(Amount.MEMORY);
            case "kdfParallelism" -> number(Amount.LANES);
            case "encKeyValidation_DO_NOT_EDIT" -> text(Text.VALIDATION);
            case "data" -> text(Text.DATA);
            default -> {
                items |= name.equals("items") && walk.next() == Sort.ARRAY;
                walk.skip();
            }
        }
    }

    private void number(Amount number) throws ImportException, InterruptedException {
        if (walk.next() == Sort.NUMBER) {
            numbers.put(number, walk.number());
        } else {
            walk.skip();
        }
    }

    private void text(Text text) throws ImportException, InterruptedException {
        if (walk.next() == Sort.TEXT) {
            texts.put(text, walk.content(MOST_SEALED).orElseThrow(() -> new ImportException(Reason.TOO_LARGE)));
        } else {
            walk.skip();
        }
    }

    /** Whether a password of its own opens it. */
    boolean isSealed() {
        return encrypted;
    }

    /** How it is sealed. */
    BitwardenSeal seal() throws ImportException {
        BitwardenSeal.Cost cost = new BitwardenSeal.Cost(
                required(numbers.get(Amount.TYPE)),
                required(numbers.get(Amount.ITERATIONS)),
                numbers.getOrDefault(Amount.MEMORY, 0L),
                numbers.getOrDefault(Amount.LANES, 0L));
        return new BitwardenSeal(
                required(texts.get(Text.SALT)),
                cost,
                SealedText.parse(required(texts.get(Text.VALIDATION))),
                SealedText.parse(required(texts.get(Text.DATA))));
    }

    private static <T> T required(@Nullable T found) throws ImportException {
        if (found == null) {
            throw new ImportException(Reason.DAMAGED);
        }
        return found;
    }
}
