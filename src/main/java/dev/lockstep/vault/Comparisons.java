package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.VaultException;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/** How two slots compare in each order; equal ones go by name, then by id. */
final class Comparisons {
    private final HeadTable heads;
    private final Function<CollectionId, String> titles;

    Comparisons(HeadTable heads, Function<CollectionId, String> titles) {
        this.heads = heads;
        this.titles = titles;
    }

    IntBinaryOperator by(Query.Order order) {
        return switch (order) {
            case NAME -> heads::compareNames;
            case ID -> heads::compareIds;
            case UPDATED -> byNumber(slot -> heads.longAt(slot, HeadCodec.MODIFIED_AT));
            case CREATED -> byNumber(slot -> heads.longAt(slot, HeadCodec.CREATED_AT));
            case VALUE_CHANGED -> byNumber(slot -> heads.longAt(slot, HeadCodec.VALUE_CHANGED_AT));
            case LAST_REVEALED -> byNumber(slot -> heads.longAt(slot, HeadCodec.LAST_REVEALED_AT));
            case ROTATE_BY -> byNumber(this::dueDay);
            case SIZE -> byNumber(slot -> heads.intAt(slot, HeadCodec.SIZE_AT));
            case VERSIONS -> byNumber(slot -> heads.intAt(slot, HeadCodec.VERSIONS_AT));
            case STRENGTH -> byNumber(slot -> heads.byteAt(slot, HeadCodec.STRENGTH_AT));
            case COLLECTION -> byText(slot -> titles.apply(heads.collection(slot)));
            case DESCRIPTION -> byText(slot -> details(slot).description());
            case TAGS -> byText(slot -> String.join("\0", heads.tags(slot)));
        };
    }

    /** Secrets without a day come last. */
    private long dueDay(int slot) {
        int day = heads.intAt(slot, HeadCodec.ROTATE_BY_AT);
        return day == HeadCodec.NO_DAY ? Long.MAX_VALUE : day;
    }

    private SecretDetails details(int slot) {
        try {
            return heads.head(slot).details();
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
    }

    private IntBinaryOperator byNumber(IntToLongFunction key) {
        return (left, right) -> {
            int compared = Long.compare(key.applyAsLong(left), key.applyAsLong(right));
            return compared != 0 ? compared : heads.compareNames(left, right);
        };
    }

    private IntBinaryOperator byText(IntFunction<String> key) {
        return (left, right) -> {
            int compared = Folding.fold(key.apply(left)).compareTo(Folding.fold(key.apply(right)));
            return compared != 0 ? compared : heads.compareNames(left, right);
        };
    }
}
