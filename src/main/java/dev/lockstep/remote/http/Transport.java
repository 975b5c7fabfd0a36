package dev.lockstep.remote.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Connections to servers: TLS 1.2 or 1.3 with the host's name checked, HTTP/2 where offered, the system's proxies, no cookies, no redirects. */
public final class Transport implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long LARGEST_CA_FILE = 1 << 20;

    private final HttpClient client;

    private Transport(HttpClient client) {
        this.client = client;
    }

    /** Trusts whom the Java runtime trusts. */
    public static Transport trusting(Executor executor) {
        return new Transport(builder(executor).build());
    }

    /**
     * Trusts the authorities of a file as well.
     *
     * @param authorities certificates in PEM or DER, at most 1 MiB
     * @throws IOException if the file cannot be read or holds no certificate
     */
    public static Transport trusting(Executor executor, Path authorities) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(withUsual(certificates(authorities)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Transport(builder(executor).sslContext(context).build());
        } catch (GeneralSecurityException e) {
            throw new IOException("No certificates", e);
        }
    }

    private static HttpClient.Builder builder(Executor executor) {
        SSLParameters tls = new SSLParameters();
        tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        tls.setAlgorithmConstraints(new NoWeakSignatures());
        return HttpClient.newBuilder()
                .executor(executor)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslParameters(tls)
                .proxy(new Proxies(ProxySelector.getDefault()));
    }

    private static Collection<? extends Certificate> certificates(Path authorities)
            throws IOException, GeneralSecurityException {
        if (!Files.isRegularFile(authorities) || Files.size(authorities) > LARGEST_CA_FILE) {
            throw new IOException("No file, or too large");
        }
        try (InputStream in = Files.newInputStream(authorities)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("No certificate");
            }
            return found;
        }
    }

    /** One store for both, so that the runtime's own trust manager judges every certificate. */
    private static KeyStore withUsual(Collection<? extends Certificate> own)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : own) {
            store.setCertificateEntry("own" + number++, certificate);
        }
        TrustManagerFactory usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        usual.init((KeyStore) null);
        for (TrustManager manager : usual.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                for (X509Certificate certificate : x509.getAcceptedIssuers()) {
                    store.setCertificateEntry("usual" + number++, certificate);
                }
            }
        }
        return store;
    }

    HttpClient client() {
        return client;
    }

    /** Ends all calls that are under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
