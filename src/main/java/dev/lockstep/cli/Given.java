package dev.lockstep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One argument of a command with its type: an option or an operand. Holds what was given once the command line is read. */
final class Given<T> {
    private final ArgSpec spec;

    private Given(ArgSpec spec) {
        this.spec = spec;
    }

    /** An option that is there or not. */
    static Given<Boolean> flag(String name, String words) {
        return new Given<>(option(name, words).arity("0").type(boolean.class).build());
    }

    static Given<String> text(String name, String label, String words) {
        return new Given<>(
                option(name, words).paramLabel(label).type(String.class).build());
    }

    /** One of some words, which are offered; another one is for the command to refuse. */
    static Given<String> word(String name, String label, List<String> known, String words) {
        return new Given<>(option(name, words)
                .paramLabel(label)
                .type(String.class)
                .completionCandidates(known)
                .build());
    }

    static Given<Path> file(String name, String label, String words) {
        return new Given<>(
                option(name, words).paramLabel(label).type(Path.class).build());
    }

    /** An option that has a letter, too. */
    static Given<Path> file(String letter, String name, String label, String words) {
        return new Given<>(OptionSpec.builder(letter, name)
                .description(words)
                .paramLabel(label)
                .type(Path.class)
                .build());
    }

    static Given<Integer> number(String name, String label, String words) {
        return new Given<>(
                option(name, words).paramLabel(label).type(Integer.class).build());
    }

    /** A number that may be large. */
    static Given<Long> count(String name, String label, String words) {
        return new Given<>(
                option(name, words).paramLabel(label).type(Long.class).build());
    }

    /** One of the constants of an enumeration, in lower case with hyphens. */
    static <E extends Enum<E>> Given<E> choice(String name, Class<E> type, String words) {
        Choices<E> choices = new Choices<>(type);
        return new Given<>(option(name, words)
                .paramLabel(choices.label())
                .type(type)
                .converters(choices)
                .completionCandidates(choices)
                .build());
    }

    /** An option that may come several times. */
    static Given<List<String>> texts(String name, String label, String words) {
        return new Given<>(option(name, words)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
    }

    /** An operand that has to be given. */
    static Given<String> operand(int place, String label, String words) {
        return new Given<>(operand(Integer.toString(place), "1", label, words)
                .type(String.class)
                .build());
    }

    /** The same of some words, which are offered; another one is for the command to refuse. */
    static Given<String> word(int place, String label, List<String> known, String words) {
        return new Given<>(operand(Integer.toString(place), "1", label, words)
                .type(String.class)
                .completionCandidates(known)
                .build());
    }

    /** An operand that may be left out. */
    static Given<String> optional(int place, String label, String words) {
        return new Given<>(operand(Integer.toString(place), "0..1", label, words)
                .type(String.class)
                .build());
    }

    static Given<Path> fileOperand(int place, String label, String words) {
        return new Given<>(operand(Integer.toString(place), "1", label, words)
                .type(Path.class)
                .build());
    }

    /** An operand that is one of the constants of an enumeration. */
    static <E extends Enum<E>> Given<E> choiceOperand(int place, Class<E> type, String words) {
        Choices<E> choices = new Choices<>(type);
        return new Given<>(operand(Integer.toString(place), "1", choices.label(), words)
                .type(type)
                .converters(choices)
                .completionCandidates(choices)
                .build());
    }

    /** All operands from a place on, at least one. */
    static Given<List<String>> operands(int place, String label, String words) {
        return new Given<>(operand(place + "..*", "1..*", label, words)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
    }

    private static OptionSpec.Builder option(String name, String words) {
        return OptionSpec.builder(name).description(words);
    }

    private static PositionalParamSpec.Builder operand(String place, String arity, String label, String words) {
        return PositionalParamSpec.builder()
                .index(place)
                .arity(arity)
                .required(arity.startsWith("1"))
                .paramLabel(label)
                .description(words);
    }

    ArgSpec spec() {
        return spec;
    }

    /** What was given. */
    Optional<T> get() {
        return Optional.ofNullable(spec.<T>getValue());
    }

    /** What was given, of an operand that has to be. */
    T value() {
        return get().orElseThrow();
    }

    /** Whether a flag was given. */
    boolean isSet() {
        return Boolean.TRUE.equals(spec.getValue());
    }
}
