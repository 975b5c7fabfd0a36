package dev.lockstep.sync;

import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.ContractField.Role;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.connect.Address;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Where a remote leads, as a text that is the same for two remotes of one vendor exactly if they have the same host and scope. */
final class Place {
    private Place() {}

    /** The settings as they are stored: edge blanks gone, the address in its one form, only fields that the vendor has, and the mark of a practice vault. */
    static Map<String, String> tidy(VendorContract contract, Map<String, String> typed) {
        Map<String, String> tidy = new HashMap<>();
        for (ContractField field : contract.fields()) {
            if (field.role() != Role.CREDENTIAL) {
                String text = typed.getOrDefault(field.id(), "").strip();
                tidy.put(
                        field.id(),
                        field.role() == Role.ADDRESS
                                ? Address.of(text).map(Address::text).orElse(text)
                                : text);
            }
        }
        if (typed.containsKey(Practice.MARK)) {
            tidy.put(Practice.MARK, Practice.MARK);
        }
        return tidy;
    }

    /** The host, and in a line each what belongs to the scope. */
    static String of(VendorContract contract, Map<String, String> settings) {
        StringBuilder place = new StringBuilder();
        Map<String, String> tidy = tidy(contract, settings);
        for (ContractField field : contract.fields(Role.ADDRESS)) {
            String address = tidy.getOrDefault(field.id(), "");
            place.append(Address.of(address).map(Address::authority).orElse(address));
        }
        for (ContractField field : contract.fields(Role.SCOPE)) {
            String text = tidy.getOrDefault(field.id(), "");
            place.append('\n').append(field.id()).append('=').append(sameAs(contract.vendor(), text));
        }
        return place.toString();
    }

    /** Of two scopes that a vendor takes for the same, one. */
    private static String sameAs(Vendor vendor, String scope) {
        return switch (vendor) {
            case KV_V2 -> scope.replaceAll("^/+|/+$", "");
            case HOOKPULSE, HOOKLISTENER -> scope.toLowerCase(Locale.ROOT); // UUIDs
            case VOXIMPLANT, MIXPEEK, DREADNODE -> scope;
        };
    }
}
