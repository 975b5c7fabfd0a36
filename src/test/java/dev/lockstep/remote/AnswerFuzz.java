package dev.lockstep.remote;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.fuzz.FuzzTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a vendor's server may answer: one octet for the vendor, one for the call, one for the status, and the body. Each adapter takes it or
 * tells of trouble, and shows no text of it that was not cut and cleaned.
 */
public final class AnswerFuzz implements FuzzTarget {
    private static final int[] STATUSES = {200, 201, 400, 401, 403, 404, 409, 422, 429, 500};
    private static final int HEADER = 3;
    private static final int LONGEST_TEXT = 300;
    private static final String ID = "A_KEY";

    private final HttpServer server;
    private final AtomicReference<Answer> next = new AtomicReference<>(new Answer(500, new byte[0]));
    private final Map<Vendor, RemoteVault> vaults = new EnumMap<>(Vendor.class);

    private record Answer(int status, byte[] body) {}

    /** Calls of which the answer is looked into. */
    private enum Question {
        GREET {
            @Override
            void ask(RemoteVault vault, SecretValue value) throws RemoteException {
                vault.greet();
            }
        },
        LIST {
            @Override
            void ask(RemoteVault vault, SecretValue value) throws RemoteException {
                vault.list(secret -> assertFalse(secret.name().isEmpty()));
            }
        },
        INSPECT {
            @Override
            void ask(RemoteVault vault, SecretValue value) throws RemoteException {
                Optional<RemoteVault.Inspector> inspector = vault.inspector();
                if (inspector.isPresent()) {
                    inspector.get().inspect(ID);
                }
            }
        },
        READ {
            @Override
            void ask(RemoteVault vault, SecretValue value) throws RemoteException {
                Optional<RemoteVault.ValueReader> reader = vault.valueReader();
                if (reader.isPresent()) {
                    reader.get().read(ID).close();
                }
            }
        },
        CREATE {
            @Override
            void ask(RemoteVault vault, SecretValue value) throws RemoteException {
                vault.create(NewSecret.of(vault.contract().names().mapping().apply(ID), value));
            }
        },
        UPDATE {
            @Override
            void ask(RemoteVault vault, SecretValue value) throws RemoteException {
                Optional<RemoteVault.Updater> updater = vault.updater();
                if (updater.isPresent()) {
                    updater.get().update(ID, RemoteVault.Change.to(value));
                }
            }
        },
        DELETE {
            @Override
            void ask(RemoteVault vault, SecretValue value) throws RemoteException {
                Optional<RemoteVault.Deleter> deleter = vault.deleter();
                if (deleter.isPresent()) {
                    deleter.get().delete(ID);
                }
            }
        };

        abstract void ask(RemoteVault vault, SecretValue value) throws RemoteException;
    }

    /** Starts a server, which lives as long as the process. */
    public AnswerFuzz() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            Answer answer = next.get();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        for (Vendor vendor : Vendor.values()) {
            try (PracticeRemote practice = new PracticeRemote(vendor);
                    RemoteVault vault = practice.open();
                    SecretValue value = Act.value("value")) {
                for (Question question : Question.values()) {
                    practice.simulator()
                            .witnessedBy((asked, answered) -> seeds.add(seed(vendor, question, answered.body())));
                    try {
                        question.ask(vault, value);
                    } catch (RemoteException expected) {
                        // a refusal is an answer too
                    }
                }
            }
        }
        return seeds;
    }

    private static byte[] seed(Vendor vendor, Question question, byte[] body) {
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(List.of(Vendor.values()).indexOf(vendor));
        seed.write(List.of(Question.values()).indexOf(question));
        seed.write(0);
        seed.writeBytes(body);
        return seed.toByteArray();
    }

    @Override
    public void accept(byte[] input) throws Exception {
        if (input.length < HEADER) {
            return;
        }
        Vendor vendor = of(Vendor.values(), input[0]);
        Question question = of(Question.values(), input[1]);
        int status = STATUSES[Byte.toUnsignedInt(input[2]) % STATUSES.length];
        next.set(new Answer(status, Arrays.copyOfRange(input, HEADER, input.length)));
        try (SecretValue value = Act.value("value")) {
            question.ask(vault(vendor), value);
        } catch (RemoteException e) {
            String told = e.trouble().toString();
            assertTrue(told.length() <= LONGEST_TEXT + 200, told);
            assertTrue(told.chars().noneMatch(Character::isISOControl), told);
        }
    }

    private static <T> T of(T[] all, byte octet) {
        return all[Byte.toUnsignedInt(octet) % all.length];
    }

    private RemoteVault vault(Vendor vendor) throws Exception {
        RemoteVault known = vaults.get(vendor);
        if (known == null) {
            known = new PracticeRemote(vendor)
                    .open("http://127.0.0.1:" + server.getAddress().getPort());
            vaults.put(vendor, known);
        }
        return known;
    }

    /** Each call goes over a connection, which takes more than it reads. */
    @Override
    public long mostMemory(int inputSize) {
        return (16 << 20) + 1024L * inputSize;
    }
}
