package dev.lockstep.sync;

import dev.lockstep.sync.AuthorityFile.Doubt;
import dev.lockstep.sync.AuthorityFile.Fit;
import dev.lockstep.sync.AuthorityFile.Unfit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the certificates in a file and tells of them. */
final class Authorities {
    /** Bytes; what the connections themselves read at most. */
    static final int LARGEST = 1 << 20;

    private static final byte[] KEY_LABEL = "PRIVATE KEY-----".getBytes(StandardCharsets.US_ASCII);
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private Authorities() {}

    /** What is in a file, up to one byte more than may be. */
    static byte[] content(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    static AuthorityFile judge(byte[] content, Instant now) {
        if (content.length > LARGEST) {
            return new Unfit(FieldProblem.FILE_TOO_LARGE);
        }
        if (holdsPrivateKey(content)) {
            return new Unfit(FieldProblem.PRIVATE_KEY);
        }
        List<X509Certificate> found = certificates(content);
        return found.isEmpty() ? new Unfit(FieldProblem.NO_CERTIFICATE) : judge(found, now);
    }

    private static List<X509Certificate> certificates(byte[] content) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content))
                    .stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }

    private static AuthorityFile judge(List<X509Certificate> found, Instant now) {
        List<X509Certificate> authorities =
                found.stream().filter(Authorities::vouches).toList();
        if (authorities.isEmpty()) {
            return fit(found, 0, Doubt.NO_AUTHORITY);
        }
        Predicate<X509Certificate> begun =
                one -> !one.getNotBefore().toInstant().isAfter(now);
        Predicate<X509Certificate> lasts = one -> one.getNotAfter().toInstant().isAfter(now);
        List<X509Certificate> valid =
                authorities.stream().filter(begun.and(lasts)).toList();
        if (!valid.isEmpty()) {
            return fit(valid, valid.size(), Doubt.NONE);
        }
        List<X509Certificate> future = authorities.stream().filter(lasts).toList();
        return future.isEmpty() ? fit(authorities, 0, Doubt.ENDED) : fit(future, 0, Doubt.NOT_BEGUN);
    }

    private static Fit fit(List<X509Certificate> some, int authorities, Doubt doubt) {
        X509Certificate first = some.getFirst();
        Instant until = some.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Fit(
                authorities,
                first.getSubjectX500Principal().getName(),
                first.getNotBefore().toInstant(),
                until,
                doubt);
    }

    /** RFC 5280, 4.2.1.9; what is older than such extensions counts if it vouches for itself. */
    private static boolean vouches(X509Certificate certificate) {
        boolean old = certificate.getVersion() < 3
                && certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        return old || certificate.getBasicConstraints() >= 0;
    }

    /** In PEM by its label (RFC 7468), in DER because PKCS #8, PKCS #1, SEC 1 and PKCS #12 begin with the number of their version. */
    private static boolean holdsPrivateKey(byte[] content) {
        return holds(content, KEY_LABEL)
                || (content.length > 0 && content[0] == SEQUENCE && firstInside(content) == INTEGER);
    }

    private static boolean holds(byte[] content, byte[] wanted) {
        return IntStream.rangeClosed(0, content.length - wanted.length)
                .anyMatch(at -> Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length));
    }

    /** The tag of the first element of a sequence; -1 if there is none. */
    private static int firstInside(byte[] sequence) {
        int length = sequence.length > 1 ? sequence[1] & 0xff : 0;
        int at = 2 + (length > 0x80 ? length - 0x80 : 0);
        return at < sequence.length ? sequence[at] : -1;
    }
}
