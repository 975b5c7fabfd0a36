package dev.lockstep.remote;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and values that fit a vendor, and the contracts that say so. */
class FitTest {
    private static SecretValue secret(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireTaken(VendorContract contract, String name) {
        assertDoesNotThrow(() -> Fit.require(contract, name), contract.vendor() + " " + name);
    }

    private static void requireRefused(VendorContract contract, String name) {
        RemoteException e =
                assertThrows(RemoteException.class, () -> Fit.require(contract, name), contract.vendor() + " " + name);
        assertEquals(new Trouble.Refused(""), e.trouble());
        assertFalse(!name.isBlank() && e.toString().contains(name));
    }

    @Test
    void theSafeCommonFormFitsEveryVendorByItsOwnSpelling() {
        for (VendorContract contract : VendorContracts.all()) {
            requireTaken(contract, contract.names().mapping().apply("STRIPE_API_KEY_2"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A B",
                "A-B",
                "A.B",
                "A/B",
                "A{B}",
                "A\n",
                "A\0",
                "STRA\u00dfE",
                "\u017fECRET",
                "\ufb01LE",
                "\u212aEY",
                "KEY\u0130",
                "\u0131d",
                "NAME\u0301",
                "\ud83d\ude00",
                "\uff21",
                "A\u200bB"
            })
    void whatIsNotPlainIsRefusedByEveryVendor(String name) {
        for (Locale locale : List.of(Locale.ROOT, Locale.of("tr", "TR"))) {
            Locale usual = Locale.getDefault();
            try {
                Locale.setDefault(locale);
                VendorContracts.all().stream()
                        .filter(contract -> contract.vendor() != Vendor.KV_V2)
                        .forEach(contract -> requireRefused(contract, name));
            } finally {
                Locale.setDefault(usual);
            }
        }
    }

    @Test
    void caseFirstCharacterAndLengthAreTheVendorsOwn() {
        requireRefused(VendorContracts.HOOKLISTENER, "Stripe");
        requireRefused(VendorContracts.HOOKLISTENER, "2FA");
        requireRefused(VendorContracts.HOOKLISTENER, "_A");
        requireRefused(VendorContracts.VOXIMPLANT, "2FA");
        requireRefused(VendorContracts.VOXIMPLANT, "_A");
        requireRefused(VendorContracts.VOXIMPLANT, "all");
        requireTaken(VendorContracts.VOXIMPLANT, "All");
        requireTaken(VendorContracts.VOXIMPLANT, "A".repeat(64));
        requireRefused(VendorContracts.VOXIMPLANT, "A".repeat(65));
        requireTaken(VendorContracts.MIXPEEK, "a".repeat(100));
        requireRefused(VendorContracts.MIXPEEK, "a".repeat(101));
        requireRefused(VendorContracts.MIXPEEK, "Upper");
        requireRefused(VendorContracts.DREADNODE, "2FA");
        requireTaken(VendorContracts.DREADNODE, "_A");
        requireTaken(VendorContracts.HOOKPULSE, "2fa");
        requireRefused(VendorContracts.HOOKPULSE, "a".repeat(256));
    }

    @Test
    void valuesAreCountedInCodePoints() {
        requireFits(VendorContracts.VOXIMPLANT, "x".repeat(8192), "x".repeat(8193));
        requireFits(VendorContracts.VOXIMPLANT, "\ud83d\ude00".repeat(8192), "\ud83d\ude00".repeat(8193));
        requireFits(VendorContracts.HOOKLISTENER, "ü".repeat(10_000), "ü".repeat(10_001));
        requireFits(VendorContracts.HOOKLISTENER, "\n", "");
    }

    private static void requireFits(VendorContract contract, String fits, String fitsNot) {
        try (SecretValue good = secret(fits);
                SecretValue bad = secret(fitsNot)) {
            assertDoesNotThrow(() -> Fit.require(contract, "NAME", good));
            RemoteException e = assertThrows(RemoteException.class, () -> Fit.require(contract, "NAME", bad));
            assertEquals(new Trouble.Refused(""), e.trouble());
        }
    }

    @Test
    void contractsAndFieldsAreNamedOnce() {
        List<VendorContract> all = VendorContracts.all();
        assertEquals(
                all.size(), all.stream().map(VendorContract::vendor).distinct().count());
        for (VendorContract contract : all) {
            Set<String> ids = contract.fields().stream().map(ContractField::id).collect(Collectors.toSet());
            assertEquals(contract.fields().size(), ids.size());
            assertTrue(contract.can(Capability.LIST) && contract.can(Capability.CREATE));
            assertEquals(1, contract.fields(ContractField.Role.ADDRESS).size());
            assertFalse(contract.fields(ContractField.Role.CREDENTIAL).isEmpty());
            assertEquals(contract.can(Capability.DESCRIPTION), contract.descriptionLimit() > 0);
            assertEquals(
                    Optional.of(contract.vendor()), Vendor.of(contract.vendor().id()));
        }
        assertEquals(Optional.empty(), Vendor.of("other"));
    }

    @Test
    void aConnectionShowsItsVendorAloneAndWipesItsCredentials() {
        SecretValue credential = secret("canary");
        Connection connection = new Connection(
                Vendor.MIXPEEK,
                java.util.Map.of("address", "https://canary.example", "empty", ""),
                java.util.Map.of("api-key", credential, "none", secret("")));
        assertEquals("mixpeek", connection.toString());
        assertEquals(Optional.of("https://canary.example"), connection.setting("address"));
        assertEquals(Optional.empty(), connection.setting("empty"));
        assertEquals(Optional.empty(), connection.credential("none"));
        connection.close();
        assertThrows(IllegalStateException.class, () -> credential.at(0));
    }
}
