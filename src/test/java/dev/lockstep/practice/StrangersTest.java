package dev.lockstep.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.Vendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has no credentials learns nothing from any simulator, whatever trouble it makes. */
@Timeout(60)
class StrangersTest {
    private static final Map<Vendor, String> REFUSALS = Map.of(
            Vendor.HOOKPULSE, "Missing API key",
            Vendor.VOXIMPLANT, "Authorization failed",
            Vendor.HOOKLISTENER, "Authentication required",
            Vendor.MIXPEEK, "UnauthorizedError",
            Vendor.DREADNODE, "authentication_error",
            Vendor.KV_V2, "permission denied");

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.shutdownNow();
        executor.shutdownNow();
    }

    private Simulator start(Vendor vendor) throws IOException {
        Clock clock = Clock.systemUTC();
        return switch (vendor) {
            case HOOKPULSE -> new HookpulseSimulator(executor, Set.of());
            case VOXIMPLANT -> new VoximplantSimulator(executor, clock, Set.of());
            case HOOKLISTENER -> new HooklistenerSimulator(executor, clock, Set.of());
            case MIXPEEK -> new MixpeekSimulator(executor, clock, Set.of());
            case DREADNODE -> new DreadnodeSimulator(executor, clock, Set.of());
            case KV_V2 -> new KvSimulator(executor, clock);
        };
    }

    private HttpResponse<String> list(Vendor vendor, Simulator simulator, String... headers)
            throws IOException, InterruptedException {
        String path = switch (vendor) {
            case HOOKPULSE -> "/v1/api/get_secrets_paginated/?page=1";
            case VOXIMPLANT -> "/GetSecrets?application_id=" + VoximplantSimulator.APPLICATION_ID;
            case HOOKLISTENER -> "/api/v1/secrets";
            case MIXPEEK -> "/v1/organizations/secrets";
            case DREADNODE -> "/api/v1/user/secrets";
            case KV_V2 -> "/v1/secret/metadata/?list=true";
        };
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.address() + path));
        if (vendor == Vendor.VOXIMPLANT) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aListNeedsCredentialsInEveryDisturbance(Vendor vendor) throws Exception {
        try (Simulator simulator = start(vendor)) {
            HttpResponse<String> refused = list(vendor, simulator);
            assertTrue(refused.body().contains(REFUSALS.get(vendor)), refused.body());
            for (Disturbance disturbance : Set.of(Disturbance.EMPTY_LISTING, Disturbance.STALE_LISTING)) {
                simulator.disturb(disturbance);
                HttpResponse<String> disturbed = list(vendor, simulator);
                assertEquals(refused.statusCode(), disturbed.statusCode(), disturbance.name());
                assertEquals(refused.body(), disturbed.body(), disturbance.name());
            }
        }
    }

    @Test
    void whoHasThemGetsTheDisturbedList() throws Exception {
        try (Simulator simulator = start(Vendor.MIXPEEK)) {
            simulator.disturb(Disturbance.EMPTY_LISTING);
            HttpResponse<String> listed =
                    list(Vendor.MIXPEEK, simulator, "Authorization", "Bearer " + MixpeekSimulator.READER_KEY);
            assertEquals("{\"secrets\":[],\"count\":0}", listed.body());
        }
    }
}
