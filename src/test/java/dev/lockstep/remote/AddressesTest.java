package dev.lockstep.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An address that leads nowhere is said to be one by every vendor's adapter, whatever is wrong with it. */
class AddressesTest {
    private static final Trouble NOWHERE = new Trouble.Unavailable(Trouble.Cause.NO_SUCH_HOST);

    @ParameterizedTest
    @EnumSource
    void anAddressThatMayNotBeUsedIsToldWhenItIsOpened(Vendor vendor) throws Exception {
        try (PracticeRemote practice = new PracticeRemote(vendor)) {
            for (String address : List.of(
                    "",
                    "vault.example",
                    "https://",
                    "http://vault.example",
                    "http://192.0.2.1",
                    "ftp://127.0.0.1",
                    "https://user:password@vault.example",
                    "https://vault.example/?key=value",
                    "https://two words")) {
                RemoteException told = assertThrows(RemoteException.class, () -> practice.open(address), address);
                assertEquals(NOWHERE, told.trouble(), address);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatNobodyKnowsIsToldByTheFirstCall(Vendor vendor) throws Exception {
        try (PracticeRemote practice = new PracticeRemote(vendor);
                RemoteVault vault = practice.open("https://lockstep.invalid")) {
            assertEquals(
                    NOWHERE, assertThrows(RemoteException.class, vault::greet).trouble());
            assertEquals(NOWHERE, Act.LIST.trouble(vault, ""));
        }
    }
}
