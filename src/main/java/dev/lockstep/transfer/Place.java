package dev.lockstep.transfer;

/**
 * Where something stands in what is imported.
 *
 * @param line counted from 1; 0 where lines mean nothing
 * @param path the names of the parts it stands in, outermost first, for example {@code Servers/GitHub/Password}; empty where lines say enough
 */
public record Place(int line, String path) {
    /** A line of a text. */
    public static Place line(int line) {
        return new Place(line, "");
    }

    /** A part of something that has no lines. */
    public static Place of(String path) {
        return new Place(0, path);
    }
}
