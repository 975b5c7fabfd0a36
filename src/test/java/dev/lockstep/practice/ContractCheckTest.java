package dev.lockstep.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractCheckTest {
    private static final Answered DELETED =
            Answered.json(200, "{\"success\":true,\"details\":\"System secret deleted successfully\"}");

    private static ContractCheck hookpulse(String path) {
        Headers headers = new Headers();
        headers.set("x-hookpulse-api-key", HookpulseSimulator.KEY);
        headers.set("x-brand-uuid", HookpulseSimulator.BRAND);
        headers.set("Content-Type", "application/json");
        byte[] body = ("{\"secret_uuid\":\"" + HookpulseSimulator.uuid(1) + "\"}").getBytes(StandardCharsets.UTF_8);
        ContractCheck check = ContractCheck.of("hookpulse.yaml", "");
        check.accept(new Asked("DELETE", URI.create(path), headers, body), DELETED);
        return check;
    }

    private static ContractCheck mixpeek(String path) {
        Headers headers = new Headers();
        headers.set("Authorization", "Bearer " + MixpeekSimulator.ADMIN_KEY);
        ContractCheck check = ContractCheck.of("mixpeek.yaml", "");
        check.accept(
                new Asked("DELETE", URI.create(path), headers, new byte[0]),
                Answered.json(200, "{\"secret_name\":\"a\",\"deleted\":true}"));
        return check;
    }

    @Test
    void aPathAsTheContractHasItIsClean() {
        hookpulse("/v1/api/delete_secret/").requireClean();
        mixpeek("/v1/organizations/secrets/a").requireClean();
    }

    @ParameterizedTest
    @CsvSource({"/v1/api/delete_secret", "/v1/api/delete_secret//"})
    void aSlashTooFewOrTooManyIsABreach(String path) {
        assertEquals(
                List.of("DELETE " + path + ": no path of the contract is written so"),
                hookpulse(path).breaches().subList(0, 1));
    }

    @Test
    void aSlashBehindANameIsABreach() {
        ContractCheck check = mixpeek("/v1/organizations/secrets/a/");
        assertEquals(
                "DELETE /v1/organizations/secrets/a/: no path of the contract is written so",
                check.breaches().getFirst());
    }

    @Test
    void nothingLookedAtIsNotClean() {
        ContractCheck check = ContractCheck.of("mixpeek.yaml", "");
        assertThrows(AssertionError.class, check::requireClean);
    }
}
