package dev.lockstep.remote;

import static dev.lockstep.remote.Capability.AUDITED_READ;
import static dev.lockstep.remote.Capability.COMPARE_AND_SET;
import static dev.lockstep.remote.Capability.CREATE;
import static dev.lockstep.remote.Capability.DELETE;
import static dev.lockstep.remote.Capability.DESCRIPTION;
import static dev.lockstep.remote.Capability.LIST;
import static dev.lockstep.remote.Capability.MASK;
import static dev.lockstep.remote.Capability.METADATA;
import static dev.lockstep.remote.Capability.PROVIDER;
import static dev.lockstep.remote.Capability.READ_VALUE;
import static dev.lockstep.remote.Capability.RENAME;
import static dev.lockstep.remote.Capability.SOFT_DELETE;
import static dev.lockstep.remote.Capability.TIMESTAMPS;
import static dev.lockstep.remote.Capability.UPDATE;
import static dev.lockstep.remote.Capability.VERSIONS;
import static dev.lockstep.remote.ContractField.Role.CREDENTIAL;
import static dev.lockstep.remote.ContractField.Role.SCOPE;

import dev.lockstep.naming.NamingRules;
import java.util.List;
import java.util.Set;

/** What is known of each vendor's API. */
public final class VendorContracts {
    /** docs.hookpulse.io: no name rule, no limits, no rename; updating is documented by its title alone, so it is an option. */
    public static final VendorContract HOOKPULSE = new VendorContract(
            Vendor.HOOKPULSE,
            NamingRules.HOOKPULSE,
            new ValueLimit(1, ValueLimit.UNSTATED),
            0,
            Set.of(LIST, READ_VALUE, CREATE, UPDATE, DELETE),
            List.of(
                    ContractField.address("https://api.hookpulse.io"),
                    ContractField.required("brand", SCOPE, 100),
                    ContractField.required("api-key", CREDENTIAL, 1000),
                    ContractField.choice("update", "off", "on"),
                    ContractField.authorities()));

    /** docs.voximplant.ai, secrets: value of at most 8192 characters, description cut to 200. */
    public static final VendorContract VOXIMPLANT = new VendorContract(
            Vendor.VOXIMPLANT,
            NamingRules.VOXIMPLANT,
            new ValueLimit(1, 8192),
            200,
            Set.of(LIST, METADATA, READ_VALUE, CREATE, UPDATE, RENAME, DELETE, DESCRIPTION, TIMESTAMPS),
            List.of(
                    ContractField.address("https://api.voximplant.com/platform_api"),
                    ContractField.required("application", SCOPE, 100),
                    ContractField.required("credentials-json", CREDENTIAL, 20_000),
                    ContractField.choice("parameters", "form", "query"),
                    ContractField.authorities()));

    /** docs.hooklistener.com, secrets: value of at most 10,000 characters, description of 1,000; reading a value is audited. */
    public static final VendorContract HOOKLISTENER = new VendorContract(
            Vendor.HOOKLISTENER,
            NamingRules.HOOKLISTENER,
            new ValueLimit(1, 10_000),
            1000,
            Set.of(
                    LIST,
                    METADATA,
                    READ_VALUE,
                    AUDITED_READ,
                    CREATE,
                    UPDATE,
                    RENAME,
                    DELETE,
                    SOFT_DELETE,
                    DESCRIPTION,
                    TIMESTAMPS),
            List.of(
                    ContractField.address("https://app.hooklistener.com"),
                    ContractField.optional("organization", SCOPE, 100),
                    ContractField.required("api-key", CREDENTIAL, 1000),
                    ContractField.authorities()));

    /**
     * docs.mixpeek.com, organization secrets: names only, values never. The key tells the organization, so that field is not sent: it tells two
     * remotes apart.
     */
    public static final VendorContract MIXPEEK = new VendorContract(
            Vendor.MIXPEEK,
            NamingRules.MIXPEEK,
            new ValueLimit(1, ValueLimit.UNSTATED),
            0,
            Set.of(LIST, CREATE, UPDATE, DELETE),
            List.of(
                    ContractField.address("https://api.mixpeek.com"),
                    ContractField.optional("organization", SCOPE, 100),
                    ContractField.required("api-key", CREDENTIAL, 1000),
                    ContractField.authorities()));

    /**
     * docs.dreadnode.io, user secrets: masks and times, values never; the host is the user's own. The token tells the user, so that field is not
     * sent: it tells two remotes apart.
     */
    public static final VendorContract DREADNODE = new VendorContract(
            Vendor.DREADNODE,
            NamingRules.DREADNODE,
            new ValueLimit(1, ValueLimit.UNSTATED),
            0,
            Set.of(LIST, CREATE, UPDATE, DELETE, PROVIDER, MASK, TIMESTAMPS),
            List.of(
                    ContractField.address(""),
                    ContractField.optional("user", SCOPE, 100),
                    ContractField.required("api-key", CREDENTIAL, 4000),
                    ContractField.authorities()));

    /**
     * HashiCorp Vault and OpenBao, key-value engine of version 2: one path for each secret. A value may be empty; a description is custom
     * metadata of at most 512 bytes. The server is the user's own.
     */
    public static final VendorContract KV_V2 = new VendorContract(
            Vendor.KV_V2,
            NamingRules.KV_V2,
            new ValueLimit(0, ValueLimit.UNSTATED),
            512,
            Set.of(
                    LIST,
                    METADATA,
                    READ_VALUE,
                    CREATE,
                    UPDATE,
                    DELETE,
                    SOFT_DELETE,
                    DESCRIPTION,
                    TIMESTAMPS,
                    VERSIONS,
                    COMPARE_AND_SET),
            List.of(
                    ContractField.address(""),
                    ContractField.optional("namespace", SCOPE, 200),
                    new ContractField("mount", SCOPE, true, 200, "secret", List.of()),
                    ContractField.optional("path", SCOPE, 500),
                    ContractField.choice("auth", "token", "approle"),
                    ContractField.optional("token", CREDENTIAL, 4000),
                    ContractField.optional("role-id", CREDENTIAL, 1000),
                    ContractField.optional("secret-id", CREDENTIAL, 1000),
                    ContractField.authorities()));

    private static final List<VendorContract> ALL =
            List.of(HOOKPULSE, VOXIMPLANT, HOOKLISTENER, MIXPEEK, DREADNODE, KV_V2);

    private VendorContracts() {}

    /** That of a vendor. */
    public static VendorContract of(Vendor vendor) {
        return ALL.stream()
                .filter(contract -> contract.vendor() == vendor)
                .findFirst()
                .orElseThrow();
    }

    /** All that are known, in the order to show. */
    public static List<VendorContract> all() {
        return ALL;
    }
}
