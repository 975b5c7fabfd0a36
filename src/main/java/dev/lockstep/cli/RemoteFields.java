package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.ContractField.Role;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.FieldProblem;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is filled in for a remote: settings as texts, credentials from the terminal or from descriptors, never as arguments. */
record RemoteFields(VendorContract contract, Terminal terminal) {
    /** All settings, those that were not given as the vendor documents them; each that cannot be used is told. */
    Map<String, String> settings(List<String> given) throws Refusal {
        Map<String, String> settings = new HashMap<>();
        for (ContractField field : contract.fields()) {
            if (field.role() != Role.CREDENTIAL) {
                settings.put(field.id(), field.initial());
            }
        }
        for (String one : given) {
            int equals = one.indexOf('=');
            String id = equals < 0 ? "" : one.substring(0, equals);
            if (!settings.containsKey(id)) {
                throw new Refusal(ExitCode.USAGE, Text.of("cli.remote.add.no-field", names(false)));
            }
            settings.put(id, one.substring(equals + 1));
        }
        List<String> problems = new ArrayList<>();
        for (ContractField field : contract.fields()) {
            if (field.role() != Role.CREDENTIAL) {
                FieldProblem.of(field, settings.getOrDefault(field.id(), ""))
                        .ifPresent(problem -> problems.add(field.id() + ": " + Choices.word(problem)));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.remote.add.fields", Variables.lines(problems)));
        }
        return Connections.tidy(contract, settings);
    }

    /** Credentials by their ids, each to be closed by the caller. */
    Map<String, SecretValue> credentials(List<String> given, Map<String, String> settings) throws Exception {
        Map<String, Integer> descriptors = descriptors(given);
        Map<String, SecretValue> credentials = new HashMap<>();
        boolean done = false;
        try {
            for (ContractField field : contract.fields(Role.CREDENTIAL)) {
                Integer descriptor = descriptors.get(field.id());
                if (descriptor != null) {
                    credentials.put(field.id(), read(descriptor, field.id()));
                } else if (isWanted(field, settings)) {
                    credentials.put(field.id(), asked(field.id()));
                }
            }
            done = true;
            return credentials;
        } finally {
            if (!done) {
                credentials.values().forEach(SecretValue::close);
            }
        }
    }

    private Map<String, Integer> descriptors(List<String> given) throws Refusal {
        Map<String, Integer> descriptors = new HashMap<>();
        for (String one : given) {
            int equals = one.indexOf('=');
            String id = equals < 0 ? "" : one.substring(0, equals);
            boolean known = contract.fields(Role.CREDENTIAL).stream()
                    .anyMatch(field -> field.id().equals(id));
            if (!known || !one.substring(equals + 1).matches("[0-9]{1,6}")) {
                throw new Refusal(ExitCode.USAGE, Text.of("cli.remote.add.no-credential", names(true)));
            }
            descriptors.put(id, Integer.valueOf(one.substring(equals + 1)));
        }
        return descriptors;
    }

    /** Where a vendor knows several ways to log in, what belongs to another way is not asked for. */
    private static boolean isWanted(ContractField field, Map<String, String> settings) {
        return switch (settings.getOrDefault("auth", "")) {
            case "token" -> field.id().equals("token");
            case "approle" -> field.id().equals("role-id") || field.id().equals("secret-id");
            default -> field.required();
        };
    }

    private SecretValue read(int descriptor, String id) throws IOException, Refusal {
        try (SecretValue read = terminal.read(descriptor, RemoteDetails.MAX_CREDENTIAL + 1)) {
            if (read.size() > RemoteDetails.MAX_CREDENTIAL) {
                throw new Refusal(ExitCode.DATA, Text.of("cli.remote.add.credential-too-large", Legible.line(id)));
            }
            return withoutLineEnd(read);
        }
    }

    private static SecretValue withoutLineEnd(SecretValue read) {
        return read.use(bytes -> {
            int end = bytes.length;
            if (end > 0 && bytes[end - 1] == '\n') {
                end -= end > 1 && bytes[end - 2] == '\r' ? 2 : 1;
            }
            return SecretValue.taking(java.util.Arrays.copyOf(bytes, end));
        });
    }

    private SecretValue asked(String id) throws IOException, Refusal {
        Optional<SecretBuffer> typed = terminal.askHidden(Text.of("cli.remote.add.ask", id));
        try (SecretBuffer buffer =
                typed.orElseThrow(() -> new Refusal(ExitCode.UNAVAILABLE, Text.of("cli.remote.add.no-terminal", id)))) {
            return buffer.toValue();
        }
    }

    private String names(boolean credentials) {
        return contract.fields().stream()
                .filter(field -> (field.role() == Role.CREDENTIAL) == credentials)
                .map(ContractField::id)
                .collect(Collectors.joining(", "));
    }
}
