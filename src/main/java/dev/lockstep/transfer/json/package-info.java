/**
 * JSON files: a walk over them that makes no {@code String} of any value, what several programs print as JSON, and our own format.
 *
 * <h2>Our own format, version 1</h2>
 *
 * One JSON object (RFC 8259) in UTF-8 without byte order mark. Its first member is {@code lockstep}, by which a reader knows it.
 *
 * <pre>
 * {"lockstep": "secrets", "version": 1, "secrets": [
 *   {"collection": "Web shop", "name": "STRIPE_KEY", "value": "sk_live_1", "description": "Payments", "tags": ["stripe"],
 *    "rotate_by": "2027-01-31"},
 *   {"collection": "Web shop", "name": "SIGNING_KEY", "value_base64": "gIGC"}
 * ]}
 * </pre>
 *
 * <ul>
 *   <li>{@code collection}: the name of the collection. A reader that brings all into one makes it a tag if there are several.
 *   <li>{@code name}: 1 to 255 UTF-16 units.
 *   <li>{@code value}: the bytes of the value, if they are UTF-8, as a text; otherwise {@code value_base64}: the bytes in base64 (RFC 4648,
 *       section 4, with padding). Exactly one of the two; at most 1 MiB of bytes.
 *   <li>{@code description}, {@code tags} in their order, and {@code rotate_by}, a day as {@code YYYY-MM-DD}, are left out where there is
 *       none.
 * </ul>
 *
 * These names and meanings stay. A later version 1 may have members that are not listed here; a reader takes what it knows, and tells the rest
 * as left out. What a reader of version 1 would take wrongly gets another version, which that reader refuses. In what order members stand, but
 * for the first, and white space between them, mean nothing. The same name may come several times.
 */
@NullMarked
package dev.lockstep.transfer.json;

import org.jspecify.annotations.NullMarked;
