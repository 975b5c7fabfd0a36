package dev.lockstep.ui.remotes;

import dev.lockstep.naming.NameMapping;
import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.Vendor;
import dev.lockstep.words.Text;

/** The words for what is to be filled in for a vendor. */
final class FieldWords {
    private FieldWords() {}

    static String label(Vendor vendor, ContractField field) {
        return switch (field.id()) {
            case "address" -> Text.of("remotes.field.address");
            case "brand" -> Text.of("remotes.field.brand");
            case "application" -> Text.of("remotes.field.application");
            case "organization" -> Text.of("remotes.field.organization");
            case "user" -> Text.of("remotes.field.user");
            case "namespace" -> Text.of("remotes.field.namespace");
            case "mount" -> Text.of("remotes.field.mount");
            case "path" -> Text.of("remotes.field.path");
            case "api-key" ->
                vendor == Vendor.DREADNODE ? Text.of("remotes.field.token") : Text.of("remotes.field.api-key");
            case "credentials-json" -> Text.of("remotes.field.credentials-json");
            case "token" -> Text.of("remotes.field.token");
            case "role-id" -> Text.of("remotes.field.role-id");
            case "secret-id" -> Text.of("remotes.field.secret-id");
            case "update" -> Text.of("remotes.field.update");
            case "parameters" -> Text.of("remotes.field.parameters");
            case "auth" -> Text.of("remotes.field.auth");
            case ContractField.AUTHORITIES -> Text.of("remotes.field.authorities");
            default -> throw new IllegalArgumentException(field.id());
        };
    }

    /** Where to find it, or what it does; never longer than two lines. */
    static String hint(Vendor vendor, ContractField field) {
        return switch (field.id()) {
            case "address" -> address(vendor);
            case "brand" -> Text.of("remotes.field.brand.hint");
            case "application" -> Text.of("remotes.field.application.hint");
            case "organization" ->
                vendor == Vendor.MIXPEEK
                        ? Text.of("remotes.field.organization.apart")
                        : Text.of("remotes.field.organization.hint");
            case "user" -> Text.of("remotes.field.user.hint");
            case "namespace" -> Text.of("remotes.field.namespace.hint");
            case "mount" -> Text.of("remotes.field.mount.hint");
            case "path" -> Text.of("remotes.field.path.hint");
            case "api-key" -> key(vendor);
            case "credentials-json" -> Text.of("remotes.field.credentials-json.hint");
            case "token" -> Text.of("remotes.field.token.hint");
            case "role-id" -> Text.of("remotes.field.role-id.hint");
            case "secret-id" -> Text.of("remotes.field.secret-id.hint");
            case "update" -> Text.of("remotes.field.update.hint");
            case "parameters" -> Text.of("remotes.field.parameters.hint");
            case "auth" -> Text.of("remotes.field.auth.hint");
            case ContractField.AUTHORITIES -> Text.of("remotes.field.authorities.hint");
            default -> throw new IllegalArgumentException(field.id());
        };
    }

    private static String address(Vendor vendor) {
        return switch (vendor) {
            case DREADNODE, KV_V2 -> Text.of("remotes.field.address.own");
            case HOOKPULSE, VOXIMPLANT, HOOKLISTENER, MIXPEEK -> Text.of("remotes.field.address.usual");
        };
    }

    private static String key(Vendor vendor) {
        return switch (vendor) {
            case HOOKLISTENER -> Text.of("remotes.field.api-key.hooklistener");
            case MIXPEEK -> Text.of("remotes.field.api-key.mixpeek");
            case DREADNODE -> Text.of("remotes.field.api-key.dreadnode");
            case HOOKPULSE -> Text.of("remotes.field.api-key.hookpulse");
            case VOXIMPLANT, KV_V2 -> throw new IllegalArgumentException(vendor.id());
        };
    }

    static String choice(ContractField field, String choice) {
        return switch (field.id() + "=" + choice) {
            case "update=off" -> Text.of("remotes.choice.update-off");
            case "update=on" -> Text.of("remotes.choice.update-on");
            case "parameters=form" -> Text.of("remotes.choice.parameters-form");
            case "parameters=query" -> Text.of("remotes.choice.parameters-query");
            case "auth=token" -> Text.of("remotes.choice.auth-token");
            case "auth=approle" -> Text.of("remotes.choice.auth-approle");
            default -> throw new IllegalArgumentException(field.id());
        };
    }

    static String mapping(NameMapping mapping) {
        return switch (mapping) {
            case AS_IS -> Text.of("remotes.mapping.as-is");
            case LOWER_SNAKE -> Text.of("remotes.mapping.lower-snake");
            case UPPER_SNAKE -> Text.of("remotes.mapping.upper-snake");
        };
    }
}
