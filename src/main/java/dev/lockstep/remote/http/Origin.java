package dev.lockstep.remote.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an API is: {@code https://host[:port][/path]}, or {@code http} if the host is this computer ({@code localhost}, {@code 127.0.0.0/8} or
 * {@code [::1]}, written as such, so that no name server decides). No user, query or fragment.
 */
public final class Origin {
    private static final int LONGEST = 500;

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
            URI uri = new URI(trimmed.replaceAll("/+$", ""));
            return usable(uri) ? Optional.of(new Origin(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean usable(URI uri) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null
                || host == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            return false;
        }
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> isThisComputer(host);
            default -> false;
        };
    }

    private static boolean isThisComputer(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || host.equals("[::1]");
    }

    /** Whether calls travel without TLS, which only ones to this computer may. */
    public boolean isPlain() {
        return uri.getScheme().equalsIgnoreCase("http");
    }

    /** Host and port, for example to tell two remotes apart; in lower case, the port left out where it is the usual one. */
    public String authority() {
        int usual = isPlain() ? 80 : 443;
        String host = IDN.toASCII(uri.getHost(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        return uri.getPort() < 0 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
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
