package dev.lockstep.remote.http;

import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an API is: {@code https://host[:port][/path]}, or {@code http} if the host is this computer ({@code localhost}, {@code 127.0.0.0/8} or
 * {@code [::1]}, written as such, so that no name server decides). No user, query or fragment. A host with other letters than those of ASCII
 * has to be written as {@code xn--...}: which host is meant otherwise depends on the reader, both the program (IDNA 2003 or 2008) and the eye.
 */
public final class Origin {
    private static final int LONGEST = 500;
    private static final int LAST_PORT = 65_535;

    private final URI uri;

    private Origin(URI uri) {
        this.uri = uri;
    }

    /** The address that was typed, without slashes at its end; empty if it is none that may be used. */
    public static Optional<Origin> of(String typed) {
        String trimmed = typed.strip();
        if (trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(trimmed);
            return isUsable(uri) ? Optional.of(new Origin(canonical(uri))) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The address of a connection.
     *
     * @throws RemoteException {@code Unavailable NO_SUCH_HOST}, as of a computer that is not there, if it is none that may be used
     */
    public static Origin of(Connection connection) throws RemoteException {
        return connection
                .setting("address")
                .flatMap(Origin::of)
                .orElseThrow(() -> new RemoteException(new Trouble.Unavailable(Trouble.Cause.NO_SUCH_HOST)));
    }

    private static boolean isUsable(URI uri) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null
                || host == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > LAST_PORT
                || !isPlainPath(trimmedPath(uri))) {
            return false;
        }
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> isThisComputer(host);
            default -> false;
        };
    }

    /** Scheme and host in lower case, no usual port, no slash at the end. */
    private static URI canonical(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("http") ? 80 : 443;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + trimmedPath(uri));
    }

    /** Of ASCII, and with nothing in it that would be taken out on the way. */
    private static boolean isPlainPath(String path) {
        return path.chars().allMatch(unit -> unit > ' ' && unit <= '~')
                && Stream.of(path.split("/", -1)).noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    private static String trimmedPath(URI uri) {
        return uri.getRawPath().replaceAll("/+$", "");
    }

    /** Whether a host is this computer by how it is written. */
    static boolean isThisComputer(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || host.equals("[::1]");
    }

    /** Whether calls travel without TLS, which only ones to this computer may. */
    public boolean isPlain() {
        return uri.getScheme().equals("http");
    }

    /** Host and port, for example to tell two remotes apart; in lower case, the port left out where it is the usual one. */
    public String authority() {
        return uri.getRawAuthority();
    }

    /** The address of a path, both percent-encoded already; the path begins with a slash. */
    URI resolve(String rawPathAndQuery) {
        return URI.create(uri + rawPathAndQuery);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin origin && origin.uri.equals(uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    /** The address; it has no part that is secret. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
