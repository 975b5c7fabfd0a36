package dev.lockstep.words;

import dev.lockstep.remote.Capability;
import dev.lockstep.remote.ValueLimit;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import java.util.ArrayList;
import java.util.List;

/** What vendors are called, and what each can and cannot do, from its contract. */
public final class VendorWords {
    private VendorWords() {}

    /** What a vendor is called. */
    public static String name(Vendor vendor) {
        return switch (vendor) {
            case HOOKPULSE -> Text.of("remotes.vendor.hookpulse");
            case VOXIMPLANT -> Text.of("remotes.vendor.voximplant");
            case HOOKLISTENER -> Text.of("remotes.vendor.hooklistener");
            case MIXPEEK -> Text.of("remotes.vendor.mixpeek");
            case DREADNODE -> Text.of("remotes.vendor.dreadnode");
            case KV_V2 -> Text.of("remotes.vendor.kv-v2");
        };
    }

    /** What a remote to a practice vault is called until the user calls it something else. */
    public static String practice(String vendor) {
        return Text.of("remotes.practice.name", vendor);
    }

    /** What a vendor's vault is for and whose it is. */
    public static String about(Vendor vendor) {
        return switch (vendor) {
            case HOOKPULSE -> Text.of("remotes.vendor.hookpulse.about");
            case VOXIMPLANT -> Text.of("remotes.vendor.voximplant.about");
            case HOOKLISTENER -> Text.of("remotes.vendor.hooklistener.about");
            case MIXPEEK -> Text.of("remotes.vendor.mixpeek.about");
            case DREADNODE -> Text.of("remotes.vendor.dreadnode.about");
            case KV_V2 -> Text.of("remotes.vendor.kv-v2.about");
        };
    }

    /** What can be done there, one sentence each. */
    public static List<String> can(VendorContract contract) {
        List<String> can = new ArrayList<>();
        can.add(list(contract));
        if (contract.can(Capability.READ_VALUE)) {
            can.add(
                    contract.can(Capability.AUDITED_READ)
                            ? Text.of("remotes.can.read-audited")
                            : Text.of("remotes.can.read"));
        }
        can.add(update(contract));
        if (contract.can(Capability.RENAME)) {
            can.add(Text.of("remotes.can.rename"));
        }
        if (contract.can(Capability.DELETE)) {
            can.add(
                    contract.can(Capability.SOFT_DELETE)
                            ? Text.of("remotes.can.delete-soft")
                            : Text.of("remotes.can.delete"));
        }
        if (contract.can(Capability.DESCRIPTION)) {
            can.add(Text.of("remotes.can.describe", contract.descriptionLimit()));
        }
        if (contract.can(Capability.COMPARE_AND_SET)) {
            can.add(Text.of("remotes.can.compare"));
        }
        return can;
    }

    private static String list(VendorContract contract) {
        if (contract.can(Capability.MASK)) {
            return Text.of("remotes.can.list-masks");
        }
        return contract.can(Capability.TIMESTAMPS) ? Text.of("remotes.can.list-dates") : Text.of("remotes.can.list");
    }

    /** Where updating is a matter of an option, that is said. */
    private static String update(VendorContract contract) {
        if (!contract.can(Capability.UPDATE)) {
            return Text.of("remotes.can.create");
        }
        boolean optional =
                contract.fields().stream().anyMatch(field -> field.id().equals("update"));
        return optional ? Text.of("remotes.can.update-option") : Text.of("remotes.can.update");
    }

    /** What cannot be done there, one sentence each. */
    public static List<String> cannot(VendorContract contract) {
        List<String> cannot = new ArrayList<>();
        if (!contract.can(Capability.READ_VALUE)) {
            cannot.add(Text.of("remotes.cannot.read"));
        }
        if (!contract.can(Capability.TIMESTAMPS)) {
            cannot.add(Text.of("remotes.cannot.dates"));
        }
        if (!contract.can(Capability.RENAME)) {
            cannot.add(Text.of("remotes.cannot.rename"));
        }
        if (!contract.can(Capability.DESCRIPTION)) {
            cannot.add(Text.of("remotes.cannot.describe"));
        }
        if (!contract.can(Capability.COMPARE_AND_SET)) {
            cannot.add(Text.of("remotes.cannot.compare"));
        }
        return cannot;
    }

    /** What names and values may be there, one sentence each. */
    public static List<String> limits(VendorContract contract) {
        return List.of(
                Text.of("remotes.limits.names", NameWords.quote(contract.names())),
                contract.values().most() == ValueLimit.UNSTATED
                        ? Text.of("remotes.limits.unstated")
                        : Text.of("remotes.limits", contract.values().most()));
    }
}
