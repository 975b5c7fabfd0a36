package dev.lockstep.remote.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * One call of an API, before it is made. Closing it wipes its body.
 *
 * <p>Headers that hold credentials are added as late as possible, by {@link Credentials}.
 */
public final class Call implements AutoCloseable {
    private final String method;
    private final Effect effect;
    private final StringBuilder path = new StringBuilder();
    private final List<String> headers = new ArrayList<>();
    private Body body = Body.NONE;
    private char separator = '?';
    private ToIntFunction<Reply> judged = Reply::status;

    /** What a call does there, and so whether it may be made again when no answer came. */
    public enum Effect {
        /** Changes nothing. */
        READ,
        /** Making it twice leaves what making it once leaves. */
        REPEATABLE,
        /** Takes something away: as {@link #REPEATABLE}, and the second time it may be said not to be there. */
        REMOVAL,
        /** Making it twice may double or destroy. */
        ONCE
    }

    private Call(String method, Effect effect, String path) {
        this.method = method;
        this.effect = effect;
        this.path.append(path);
    }

    /**
     * A call of a path.
     *
     * @param path begins with a slash and is percent-encoded
     */
    public static Call of(String method, Effect effect, String path) {
        return new Call(method, effect, path);
    }

    /** A GET that changes nothing. */
    public static Call get(String path) {
        return new Call("GET", Effect.READ, path);
    }

    /** Appends a segment to the path, percent-encoded, with a slash before it. */
    public Call segment(String text) {
        path.append('/').append(Percent.encode(text));
        return this;
    }

    /** Adds a parameter to the query, percent-encoded; never a secret one. */
    public Call query(String name, String text) {
        path.append(separator).append(Percent.encode(name)).append('=').append(Percent.encode(text));
        separator = '&';
        return this;
    }

    /** Adds parameters as {@link FormBody#insecureQuery} wrote them. */
    public Call insecureQuery(String query) {
        path.append(separator).append(query);
        separator = '&';
        return this;
    }

    /** Adds a header. */
    public Call header(String name, String text) {
        headers.add(name);
        headers.add(text);
        return this;
    }

    /** Sets the body, which is wiped with this call. */
    public Call body(Body sent) {
        body.close();
        body = sent;
        return this;
    }

    /**
     * Has each answer taken for one of another status than its own: for vendors that tell inside an answer of a good status that there are too
     * many calls (429), that they failed (503) or that they refuse (400), and for callers who know that a bad status means something else there.
     * It is the answer itself that they get.
     */
    public Call judgedBy(ToIntFunction<Reply> status) {
        judged = status;
        return this;
    }

    int judged(Reply reply) {
        return judged.applyAsInt(reply);
    }

    String method() {
        return method;
    }

    Effect effect() {
        return effect;
    }

    String rawPathAndQuery() {
        return path.toString();
    }

    /** Whether a name or an id is {@code .} or {@code ..}: encoded or not, they make another path, and so a call of something else. */
    boolean leadsElsewhere() {
        String alone = path.toString().split("\\?", 2)[0];
        return Stream.of(alone.split("/", -1)).anyMatch(part -> part.equals(".") || part.equals(".."));
    }

    List<String> headers() {
        return headers;
    }

    Body body() {
        return body;
    }

    @Override
    public void close() {
        body.close();
    }

    /** The method alone: a path may hold names, and a query values. */
    @Override
    public String toString() {
        return method;
    }
}
