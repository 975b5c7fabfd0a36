package dev.lockstep.remote;

import dev.lockstep.naming.NamingRule;
import java.util.List;
import java.util.Set;

/**
 * What is known of one vendor's API, as data: editor, adapters, simulators and tests read this one description.
 *
 * @param names what a name may be there, and how a local name is written there unless the user chooses otherwise
 * @param values what a value may be there
 * @param descriptionLimit most characters of a description, 0 where there is none; longer ones are cut before they are sent, so that what is
 *     read back is what was sent
 * @param fields what to fill in for a connection, in the order to show
 */
public record VendorContract(
        Vendor vendor,
        NamingRule names,
        ValueLimit values,
        int descriptionLimit,
        Set<Capability> capabilities,
        List<ContractField> fields) {
    public VendorContract {
        capabilities = Set.copyOf(capabilities);
        fields = List.copyOf(fields);
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** The fields of one role, in the order to show. */
    public List<ContractField> fields(ContractField.Role role) {
        return fields.stream().filter(field -> field.role() == role).toList();
    }
}
