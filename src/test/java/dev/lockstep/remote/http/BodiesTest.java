package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of requests, read again by others: Jackson for JSON, the JDK for forms. */
class BodiesTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final Trouble REFUSED = new Trouble.Refused("");

    static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                "plain",
                "quote \" backslash \\ slash /",
                "tab\tnewline\nreturn\r end\n",
                "\0\u0001\u001f\u007f\u0080\u009f",
                "line\u2028paragraph\u2029",
                "ü ß ſ ﬁ \u212a İ ı",
                "\ud83d\ude00 \ud800\udc00 \udbff\udfff",
                "&=+%;?#/ ~-._*'()",
                "</script>",
                "\ufeffmark",
                "x".repeat(40_000)));
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            int[] points = IntStream.generate(
                            () -> random.nextInt(4) == 0 ? random.nextInt(0x20) : random.nextInt(0x110000))
                    .filter(point -> point < 0xd800 || point > 0xdfff)
                    .limit(random.nextInt(50))
                    .toArray();
            texts.add(new String(points, 0, points.length));
        }
        return texts;
    }

    private static SecretValue secret(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What goes out. */
    private static byte[] sent(Body body) {
        HttpRequest.BodyPublisher publisher = body.publisher();
        CompletableFuture<byte[]> sent = new CompletableFuture<>();
        publisher.subscribe(new Flow.Subscriber<>() {
            private final WipedOutput out = new WipedOutput();

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer part) {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                out.writeBytes(bytes);
            }

            @Override
            public void onError(Throwable failure) {
                sent.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                sent.complete(out.toByteArray());
            }
        });
        byte[] bytes = sent.join();
        assertEquals(publisher.contentLength(), bytes.length);
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void jsonIsReadByJacksonAsItWasWritten(String text) throws Exception {
        try (JsonBody json = new JsonBody();
                SecretValue value = secret(text);
                Body body = json.text(text, "name")
                        .object("inner")
                        .secret("value", value)
                        .number("least", Long.MIN_VALUE)
                        .end()
                        .text("text", text)
                        .object("open")
                        .body()) {
            JsonNode read = JACKSON.readTree(sent(body));

            assertEquals(text, read.get("inner").get("value").textValue());
            assertEquals(text, read.get("text").textValue());
            assertEquals("name", read.get(text).textValue());
            assertEquals(Long.MIN_VALUE, read.get("inner").get("least").longValue());
            assertEquals(0, read.get("open").size());
            assertEquals("application/json", body.type());
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aSecretThatWasWrittenIsReadAgainExactly(String text) throws Exception {
        try (JsonBody json = new JsonBody();
                SecretValue value = secret(text);
                Body body = json.secret("value", value).body()) {
            Json read = Json.of(sent(body));
            List<Boolean> same = new ArrayList<>();
            read.object(name -> {
                try (SecretValue secret = read.secret()) {
                    same.add(secret.sameAs(value));
                }
            });
            assertEquals(List.of(true), same);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aFormIsReadByTheJdkAsItWasWritten(String text) throws Exception {
        try (FormBody form = new FormBody();
                SecretValue value = secret(text);
                Body body = form.text(text, "name").secret("value", value).body()) {
            String[] pairs = new String(sent(body), StandardCharsets.US_ASCII).split("&");

            assertEquals(2, pairs.length);
            assertEquals(text + "=name", decoded(pairs[0]));
            assertEquals("value=" + text, decoded(pairs[1]));
            assertEquals("application/x-www-form-urlencoded", body.type());
        }
        try (FormBody form = new FormBody();
                SecretValue value = secret(text)) {
            assertEquals("value=" + text, decoded(form.secret("value", value).insecureQuery()));
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    @Test
    void everythingButUnreservedCharactersIsPercentEncoded() {
        assertEquals("AZaz09-._~", Percent.encode("AZaz09-._~"));
        assertEquals("%20%25%2B%2F%3F%26%3D%23%3B%00%7F", Percent.encode(" %+/?&=#;\0\u007f"));
        assertEquals("%C3%BC%E2%82%AC%F0%9F%98%80", Percent.encode("ü€\ud83d\ude00"));
        assertEquals(
                "/a%2F..%2Fb/c", Call.get("").segment("a/../b").segment("c").rawPathAndQuery());
    }

    static List<byte[]> noText() {
        return List.of(
                new byte[] {(byte) 0xff},
                new byte[] {'a', (byte) 0xc3},
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0x80, 'a'});
    }

    @ParameterizedTest
    @MethodSource("noText")
    void aValueThatIsNoTextIsRefused(byte[] bytes) {
        try (SecretValue value = SecretValue.copyOf(bytes);
                JsonBody json = new JsonBody();
                FormBody form = new FormBody()) {
            assertEquals(
                    REFUSED,
                    assertThrows(RemoteException.class, () -> json.secret("value", value))
                            .trouble());
            assertEquals(
                    REFUSED,
                    assertThrows(RemoteException.class, () -> form.secret("value", value))
                            .trouble());
        }
    }

    @Test
    void aMultibyteCharacterAcrossTheDecodersPiecesIsText() throws Exception {
        for (int before = 1020; before < 1030; before++) {
            try (SecretValue value = secret("x".repeat(before) + "\ud83d\ude00".repeat(2000));
                    JsonBody json = new JsonBody();
                    Body body = json.secret("v", value).body()) {
                assertArrayEquals(
                        value.exposed(),
                        JACKSON.readTree(sent(body)).get("v").textValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void nothingOfABodyIsShown() throws Exception {
        try (JsonBody json = new JsonBody();
                SecretValue value = secret("canary");
                Body body = json.secret("value", value).body()) {
            Call call = Call.of("POST", Call.Effect.ONCE, "/canary")
                    .query("q", "canary")
                    .body(body);
            assertEquals("[body]", body.toString());
            assertEquals("POST", call.toString());
        }
    }
}
