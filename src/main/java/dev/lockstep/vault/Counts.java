package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import java.util.Map;
import java.util.SortedMap;

/**
 * How many secrets each list of the sidebar holds; those in the trash count for {@code trash} only.
 *
 * @param rotateSoon those within their lead time and those past their day
 * @param overdue those among them past their day
 */
public record Counts(
        int all,
        int favourites,
        int rotateSoon,
        int overdue,
        int nameProblems,
        int trash,
        Map<CollectionId, Integer> collections,
        SortedMap<String, Integer> tags) {}
