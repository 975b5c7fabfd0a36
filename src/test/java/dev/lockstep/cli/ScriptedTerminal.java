package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A terminal at which a test sits. */
final class ScriptedTerminal implements Terminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final PrintStream errorStream = new PrintStream(errors, true, StandardCharsets.UTF_8);
    private final Map<Integer, String> descriptors = new HashMap<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private boolean shown;

    ScriptedTerminal with(int descriptor, String content) {
        descriptors.put(descriptor, content);
        return this;
    }

    ScriptedTerminal answering(String... some) {
        answers.addAll(List.of(some));
        return this;
    }

    /** Standard output leads to the terminal. */
    ScriptedTerminal shown() {
        shown = true;
        return this;
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Override
    public OutputStream output() {
        return out;
    }

    @Override
    public PrintStream errors() {
        return errorStream;
    }

    @Override
    public boolean inputIsTerminal() {
        return !descriptors.containsKey(0);
    }

    @Override
    public boolean outputIsTerminal() {
        return shown;
    }

    @Override
    public Optional<SecretBuffer> askHidden(String prompt) {
        return ask(prompt).map(text -> {
            SecretBuffer typed = new SecretBuffer(text.length());
            typed.insert(0, text);
            return typed;
        });
    }

    @Override
    public Optional<String> ask(String prompt) {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public SecretValue read(int descriptor, int most) throws IOException {
        String content = descriptors.get(descriptor);
        if (content == null) {
            throw new IOException("not open: " + descriptor);
        }
        return SecretValue.taking(content.getBytes(StandardCharsets.UTF_8));
    }
}
