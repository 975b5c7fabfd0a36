package dev.lockstep.sync.plan;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.naming.NameForm;
import dev.lockstep.naming.NameMapping;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.RemoteDetails;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * One remote, as a plan has to know it.
 *
 * @param collection whose secrets it is for
 * @param contract of its vendor, with the capabilities that it has as it is set up
 */
public record Target(
        RemoteId id,
        CollectionId collection,
        VendorContract contract,
        NameMapping mapping,
        String prefix,
        Conduct conduct) {
    /** Id of the option by which a vendor's undocumented way to update is switched on. */
    private static final String UPDATE = "update";

    /** A remote with a vendor's contract. */
    public static Target of(
            RemoteId id, CollectionId collection, VendorContract contract, RemoteDetails details, Conduct conduct) {
        return new Target(id, collection, narrowed(contract, details), details.mapping(), details.prefix(), conduct);
    }

    private static VendorContract narrowed(VendorContract contract, RemoteDetails details) {
        boolean optional = contract.fields(ContractField.Role.OPTION).stream()
                .anyMatch(field -> field.id().equals(UPDATE));
        if (!optional || "on".equals(details.settings().get(UPDATE))) {
            return contract;
        }
        Set<Capability> fewer = EnumSet.copyOf((Collection<Capability>) contract.capabilities());
        fewer.remove(Capability.UPDATE);
        return new VendorContract(
                contract.vendor(),
                contract.names(),
                contract.values(),
                contract.descriptionLimit(),
                fewer,
                contract.fields());
    }

    boolean can(Capability capability) {
        return contract.can(capability);
    }

    Direction direction() {
        return conduct.direction();
    }

    /** Whether values may be written there at all. */
    boolean isPushed() {
        return direction() != Direction.PULL;
    }

    /** Whether values may be taken from there without being asked for one by one. */
    boolean isPulled() {
        return direction() != Direction.PUSH;
    }

    NameForm form() {
        return NameForm.of(contract.names(), mapping, prefix);
    }
}
