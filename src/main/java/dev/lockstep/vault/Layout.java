package dev.lockstep.vault;

import java.util.List;

/**
 * How the window shows this vault: remembered in the vault, sealed.
 *
 * @param columns ids of the visible columns in their order
 * @param widths of those columns, in pixels
 * @param order id of the column that sorts
 */
public record Layout(List<String> columns, List<Double> widths, Query.Order order, boolean descending) {}
