package dev.lockstep.remote;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.naming.NamingRule;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether names and values fit at a vendor, found out before anything is sent. */
public final class Fit {
    private Fit() {}

    /**
     * Makes sure that a vendor takes a name, as it is to stand there, and a value.
     *
     * @throws RemoteException {@code Refused} if it does not
     */
    public static void require(VendorContract contract, String name, SecretValue value) throws RemoteException {
        require(contract, name);
        require(contract, value);
    }

    /**
     * Makes sure that a vendor takes a name, as it is to stand there.
     *
     * @throws RemoteException {@code Refused} if it does not
     */
    public static void require(VendorContract contract, String name) throws RemoteException {
        if (!isName(contract.names(), name)) {
            throw new RemoteException(new Trouble.Refused(""));
        }
    }

    /**
     * Makes sure that a vendor takes a value.
     *
     * @throws RemoteException {@code Refused} if it does not
     */
    public static void require(VendorContract contract, SecretValue value) throws RemoteException {
        int characters = value.use(Fit::characters);
        if (characters < contract.values().least()
                || characters > contract.values().most()) {
            throw new RemoteException(new Trouble.Refused(""));
        }
    }

    /**
     * Makes sure that an id names one secret, wherever it may be written: a path that ends before it is that of all of them, and one that leads
     * elsewhere of something else. Adapters add what else their vendor asks.
     *
     * @throws RemoteException {@code Refused} if it is blank, or a part between slashes is empty, one period or two
     */
    public static void requireId(String id) throws RemoteException {
        if (id.isBlank()
                || Stream.of(id.split("/", -1))
                        .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))) {
            throw new RemoteException(new Trouble.Refused(""));
        }
    }

    /** Whether a rule takes a name as it is to stand there, its mapping already applied. */
    static boolean isName(NamingRule rule, String name) {
        return name.length() >= rule.minLength()
                && name.length() <= rule.maxLength()
                && !rule.reserved().contains(name)
                && Pattern.matches(rule.pattern(), name);
    }

    /** Code points of UTF-8; of other bytes, as many as do not continue one. */
    private static int characters(byte[] utf8) {
        int count = 0;
        for (byte octet : utf8) {
            if ((octet & 0xc0) != 0x80) {
                count++;
            }
        }
        return count;
    }
}
