package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Streams and a terminal of a test: what is typed is written down before, and what was prompted stays to be read. */
final class ScriptedTerminal implements Terminal {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Map<Integer, byte[]> descriptors = new HashMap<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> prompts = new ArrayList<>();
    private boolean inputTerminal;
    private boolean outputTerminal;

    /** Lets the streams be a terminal, too. */
    ScriptedTerminal streams(boolean input, boolean out) {
        inputTerminal = input;
        outputTerminal = out;
        return this;
    }

    /** Somebody sits there and answers. */
    ScriptedTerminal answers(String... typed) {
        answers.addAll(List.of(typed));
        return this;
    }

    ScriptedTerminal descriptor(int number, byte[] content) {
        descriptors.put(number, content);
        return this;
    }

    ScriptedTerminal descriptor(int number, String content) {
        return descriptor(number, content.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return output.toByteArray();
    }

    String said() {
        return output.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    List<String> prompts() {
        return prompts;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public PrintStream errors() {
        return new PrintStream(errors, true, StandardCharsets.UTF_8);
    }

    @Override
    public boolean inputIsTerminal() {
        return inputTerminal;
    }

    @Override
    public boolean outputIsTerminal() {
        return outputTerminal;
    }

    @Override
    public Optional<SecretBuffer> askHidden(String prompt) {
        return ask(prompt).map(answer -> {
            SecretBuffer typed = new SecretBuffer(answer.length());
            typed.insert(0, answer);
            return typed;
        });
    }

    @Override
    public Optional<String> ask(String prompt) {
        prompts.add(prompt);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public SecretValue read(int descriptor, int most) throws IOException {
        byte[] content = descriptors.get(descriptor);
        if (content == null) {
            throw new IOException("not open");
        }
        return SecretValue.copyOf(Arrays.copyOf(content, Math.min(most, content.length)));
    }
}
