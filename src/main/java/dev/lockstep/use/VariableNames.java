package dev.lockstep.use;

import dev.lockstep.naming.NameMapping;
import dev.lockstep.naming.NamingRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Under which names secrets become environment variables. A name that POSIX allows for a variable stays; of another one letters become upper case
 * and {@code -}, {@code .}, {@code /} and blanks underscores, as far as they are ASCII. The prefix comes first and is not changed.
 *
 * @param variables by the name of the secret, in the given order, those with a problem left out
 * @param problems why others cannot become variables; nothing is to be started while there is one
 */
public record VariableNames(Map<String, String> variables, List<Problem> problems) {
    /** What this program reads itself, and never hands on. */
    public static final String OWN = "LOCKSTEP_";

    /** Variables that decide what code a program runs. Whoever fills a shared vault must not decide that, too. */
    private static final Set<String> STEERING = Set.of(
            "PATH",
            "IFS",
            "ENV",
            "BASH_ENV",
            "SHELLOPTS",
            "BASHOPTS",
            "PROMPT_COMMAND",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "NODE_OPTIONS",
            "PERL5OPT",
            "PERL5LIB",
            "PYTHONPATH",
            "PYTHONHOME",
            "PYTHONSTARTUP",
            "RUBYOPT",
            "RUBYLIB");

    public VariableNames {
        variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        problems = List.copyOf(problems);
    }

    /** Why a secret cannot become a variable. */
    public sealed interface Problem {
        /** The name that it would have. */
        String variable();

        /**
         * It is not one or more ASCII letters, digits and underscores with no digit first, or longer than 255.
         *
         * @param secret whose name comes to that
         */
        record NotPortable(String secret, String variable) implements Problem {}

        /** It is one by which this program is set up. */
        record Own(String secret, String variable) implements Problem {}

        /** It would decide what code the program runs. A file of variables may still name it. */
        record Steering(String secret, String variable) implements Problem {}

        /** Several secrets come to the same. */
        record Same(List<String> secrets, String variable) implements Problem {
            public Same {
                secrets = List.copyOf(secrets);
            }
        }
    }

    /**
     * Names variables.
     *
     * @param secrets names, each once
     * @param prefix may be empty
     * @param caseless whether the system takes two variables for the same that differ by case, as Windows does
     */
    public static VariableNames of(Collection<String> secrets, String prefix, boolean caseless) {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        Map<String, String> variables = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String secret : secrets) {
            String variable = prefix + mapped(secret);
            if (!isPortable(variable)) {
                problems.add(new Problem.NotPortable(secret, variable));
            } else if (upper(variable).startsWith(OWN)) {
                problems.add(new Problem.Own(secret, variable));
            } else if (isSteering(upper(variable))) {
                problems.add(new Problem.Steering(secret, variable));
            } else {
                variables.put(secret, variable);
                sources.computeIfAbsent(caseless ? upper(variable) : variable, first -> new ArrayList<>())
                        .add(secret);
            }
        }
        sources.values().stream().filter(same -> same.size() > 1).forEach(same -> {
            problems.add(new Problem.Same(same, variables.getOrDefault(same.getFirst(), "")));
            same.forEach(variables::remove);
        });
        return new VariableNames(variables, problems);
    }

    /** Whether POSIX lets a variable have that name, whatever shell reads it. */
    public static boolean isPortable(String variable) {
        return NamingRules.ENVIRONMENT_VARIABLE.accepts(variable);
    }

    private static String mapped(String secret) {
        return secret.matches("[A-Za-z0-9_]+") ? secret : NameMapping.UPPER_SNAKE.apply(secret);
    }

    private static boolean isSteering(String variable) {
        return variable.startsWith("LD_") || variable.startsWith("DYLD_") || STEERING.contains(variable);
    }

    private static String upper(String variable) {
        return NameMapping.UPPER_SNAKE.apply(variable);
    }
}
