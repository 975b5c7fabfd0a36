package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a program that is to run. Closing overwrites the values.
 *
 * @param values by the names of the variables, in the order in which they are told
 * @param secrets those of them that come from the vault
 */
record Variables(Map<String, SecretValue> values, Map<String, SecretValue> secrets) implements AutoCloseable {
    Variables() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Sets a variable to a copy of a value; what it was set to before does not count any more. */
    void set(String variable, SecretValue value, boolean secret) {
        SecretValue before = values.put(variable, value.copy());
        if (before != null) {
            before.close();
            secrets.remove(variable);
        }
        if (secret) {
            secrets.put(variable, values.get(variable));
        }
    }

    /** Makes sure that the system can hand on all values as they are. */
    void requireFit(Programs programs, boolean masked) throws Refusal {
        List<String> problems = new ArrayList<>();
        values.forEach((variable, value) -> {
            if (value.use(Variables::holdsNul)) {
                problems.add(Text.of("cli.run.nul", variable));
            } else if (!programs.takes(value, masked)) {
                problems.add(Text.of("cli.run.encoding", variable));
            }
        });
        if (!problems.isEmpty()) {
            throw new Refusal(ExitCode.DATA, Text.of("cli.run.refused", lines(problems)));
        }
    }

    private static Boolean holdsNul(byte[] value) {
        for (byte each : value) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    /** Each in a line of its own, below what announces them. */
    static String lines(List<String> problems) {
        return "\n  " + String.join("\n  ", problems);
    }

    @Override
    public void close() {
        values.values().forEach(SecretValue::close);
    }
}
