package dev.lockstep.remote.voximplant;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTCreationException;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.CredentialsProblem;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.http.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who asks: what a {@code credentials.json} of the vendor holds. The private key stays outside the heap except while a token is signed. */
final class ServiceAccount implements AutoCloseable {
    /** The most bytes that such a file may have. */
    static final int LARGEST = 20_000;

    private static final Pattern KEY_ID = Pattern.compile("[!-~]{1,200}");

    private final long id;
    private final String keyId;
    private final SecretValue key;

    private ServiceAccount(long id, String keyId, SecretValue key) {
        this.id = id;
        this.keyId = keyId;
        this.key = key;
    }

    /** Says what is wrong with such a file. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1;

        private final CredentialsProblem problem;

        UnusableException(CredentialsProblem problem) {
            super(problem.name());
            this.problem = problem;
        }

        CredentialsProblem problem() {
            return problem;
        }
    }

    /** Reads such a file, which stays the caller's; fields that are not needed are left out. */
    static ServiceAccount of(SecretValue file) throws UnusableException {
        if (file.size() > LARGEST) {
            throw new UnusableException(CredentialsProblem.TOO_LARGE);
        }
        byte[] bytes = file.exposed();
        try (Fields fields = new Fields()) {
            fields.read(bytes);
            return fields.account();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    long id() {
        return id;
    }

    /**
     * A token of the vendor's kind: RS256, {@code iss} is the account.
     *
     * @throws RemoteException {@code Unauthorized} if the key cannot sign
     */
    String token(Instant issued, Instant expires) throws RemoteException {
        byte[] der = key.exposed();
        try {
            return JWT.create()
                    .withKeyId(keyId)
                    .withClaim("iss", id)
                    .withIssuedAt(issued)
                    .withExpiresAt(expires)
                    .sign(Algorithm.RSA256(PrivateKeyText.key(der)));
        } catch (UnusableException | JWTCreationException e) {
            throw new RemoteException(new Trouble.Unauthorized(""));
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "[service account]";
    }

    /** The fields as they come. */
    private static final class Fields implements AutoCloseable {
        private long account;
        private String keyId = "";
        private @Nullable SecretValue pem;
        private CredentialsProblem next = CredentialsProblem.NOT_JSON;

        void read(byte[] bytes) throws UnusableException {
            try {
                Json json = Json.of(bytes);
                json.object(name -> field(json, name));
                json.end();
            } catch (RemoteException e) {
                boolean kind =
                        e.trouble() instanceof Trouble.ProtocolError error && error.breach() == Breach.UNEXPECTED;
                throw new UnusableException(kind ? next : CredentialsProblem.NOT_JSON);
            }
        }

        private void field(Json json, String name) throws RemoteException {
            switch (name) {
                case "account_id" -> {
                    next = CredentialsProblem.NO_ACCOUNT;
                    account = json.number();
                }
                case "key_id" -> {
                    next = CredentialsProblem.NO_KEY_ID;
                    keyId = json.text();
                }
                case "private_key" -> {
                    next = CredentialsProblem.NO_PRIVATE_KEY;
                    pem = json.secret();
                }
                default -> json.skip();
            }
            next = CredentialsProblem.NOT_JSON;
        }

        ServiceAccount account() throws UnusableException {
            if (account <= 0) {
                throw new UnusableException(CredentialsProblem.NO_ACCOUNT);
            }
            if (!KEY_ID.matcher(keyId).matches()) {
                throw new UnusableException(CredentialsProblem.NO_KEY_ID);
            }
            if (pem == null) {
                throw new UnusableException(CredentialsProblem.NO_PRIVATE_KEY);
            }
            byte[] text = pem.exposed();
            byte[] der = new byte[0];
            try {
                der = PrivateKeyText.der(text);
                PrivateKeyText.key(der);
                return new ServiceAccount(account, keyId, SecretValue.takingKey(der));
            } finally {
                Arrays.fill(text, (byte) 0);
                Arrays.fill(der, (byte) 0);
            }
        }

        @Override
        public void close() {
            if (pem != null) {
                pem.close();
            }
        }
    }
}
