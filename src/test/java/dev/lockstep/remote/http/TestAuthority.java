package dev.lockstep.remote.http;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** A certificate authority that is made anew for each run of the tests, and the servers that it vouches for. */
public final class TestAuthority {
    static final Duration DAY = Duration.ofDays(1);

    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.1.1.11"), DERNull.INSTANCE);
    private static final AlgorithmIdentifier SHA1 =
            new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.1.1.5"), DERNull.INSTANCE);

    private final KeyPair keys;
    private final X509Certificate certificate;
    private int serial = 1;

    /** What is particular about one certificate. */
    record Wanted(String address, Instant from, Instant to, boolean weak) {
        /** For 127.0.0.1, from yesterday to tomorrow. */
        static Wanted usual() {
            return new Wanted(
                    "127.0.0.1", Instant.now().minus(DAY), Instant.now().plus(DAY), false);
        }

        Wanted forAddress(String other) {
            return new Wanted(other, from, to, weak);
        }

        Wanted between(Instant first, Instant last) {
            return new Wanted(address, first, last, weak);
        }

        Wanted signedWeakly() {
            return new Wanted(address, from, to, true);
        }
    }

    public TestAuthority() throws GeneralSecurityException, IOException {
        keys = pair();
        certificate = sign("CN=Authority", keys, Wanted.usual(), true);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** Writes the authority's certificate as PEM. */
    public Path writeTo(Path file) throws IOException, GeneralSecurityException {
        return Files.writeString(file, pem(certificate));
    }

    /** Writes a store of keys, without a password, that trusts this authority alone. */
    public Path writeStoreTo(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setCertificateEntry("authority", certificate);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, new char[0]);
        }
        return file;
    }

    private static String pem(Certificate of) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(of.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A listening socket of a server with a certificate of this authority. */
    SSLServerSocket server(Wanted wanted) throws GeneralSecurityException, IOException {
        return listening(context(wanted));
    }

    /** For a server at 127.0.0.1 with a certificate of this authority. */
    public SSLContext usualServer() throws GeneralSecurityException, IOException {
        return context(Wanted.usual());
    }

    /** A listening socket of a server that vouches for itself. */
    static SSLServerSocket selfSigned() throws GeneralSecurityException, IOException {
        TestAuthority itself = new TestAuthority();
        return listening(
                context(itself.keys.getPrivate(), itself.sign("CN=Authority", itself.keys, Wanted.usual(), false)));
    }

    /** What a server with a certificate of this authority shows. */
    SSLContext context(Wanted wanted) throws GeneralSecurityException, IOException {
        KeyPair own = pair();
        return context(own.getPrivate(), sign("CN=Server", own, wanted, false), certificate);
    }

    private static SSLContext context(PrivateKey key, X509Certificate... chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, new char[0], chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static SSLServerSocket listening(SSLContext context) throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        return socket;
    }

    private X509Certificate sign(String subject, KeyPair of, Wanted wanted, boolean authority)
            throws GeneralSecurityException, IOException {
        AlgorithmIdentifier algorithm = wanted.weak() ? SHA1 : SHA256;
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(serial++)));
        generator.setSignature(algorithm);
        generator.setIssuer(new X500Name("CN=Authority"));
        generator.setSubject(new X500Name(subject));
        generator.setStartDate(new Time(Date.from(wanted.from())));
        generator.setEndDate(new Time(Date.from(wanted.to())));
        generator.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(of.getPublic().getEncoded()));
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        boolean number = Character.isDigit(wanted.address().charAt(0));
        extensions.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(
                        new GeneralName(number ? GeneralName.iPAddress : GeneralName.dNSName, wanted.address())));
        generator.setExtensions(extensions.generate());
        TBSCertificate content = generator.generateTBSCertificate();
        Signature signature = Signature.getInstance(wanted.weak() ? "SHA1withRSA" : "SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(content.getEncoded("DER"));
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(content);
        parts.add(algorithm);
        parts.add(new DERBitString(signature.sign()));
        byte[] whole = new DERSequence(parts).getEncoded("DER");
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new java.io.ByteArrayInputStream(whole));
    }
}
