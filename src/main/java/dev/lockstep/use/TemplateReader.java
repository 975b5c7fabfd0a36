package dev.lockstep.use;

import dev.lockstep.use.Template.Fault;
import dev.lockstep.use.Template.Part;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the references in a text, from its beginning to its end. */
final class TemplateReader {
    private static final byte[] SCHEME = Reference.SCHEME.getBytes(StandardCharsets.US_ASCII);

    private final byte[] content;
    private final List<Part> parts = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int at;
    private int line = 1;

    /** From where on nothing is in a part yet. */
    private int kept;

    private int references;

    TemplateReader(byte[] content) {
        this.content = content;
    }

    Template read() {
        while (at < content.length && faults.size() < Template.MAX_REFERENCES) {
            if (isPair('{', at)) {
                if (isPair('{', at + 2)) {
                    escaped();
                } else {
                    braces();
                }
            } else if (isPair('}', at) && isPair('}', at + 2)) {
                escaped();
            } else if (content[at] == 'l' && starts(SCHEME)) {
                standing();
            } else {
                line += content[at] == '\n' ? 1 : 0;
                at++;
            }
            if (references > Template.MAX_REFERENCES) {
                faults.add(new Fault(line, Fault.Kind.TOO_MANY));
                break;
            }
        }
        keep(content.length);
        return new Template(content, parts, faults);
    }

    private boolean isPair(char brace, int from) {
        return from + 1 < content.length && content[from] == brace && content[from + 1] == brace;
    }

    private boolean starts(byte[] wanted) {
        return at + wanted.length <= content.length
                && java.util.Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private void keep(int to) {
        if (to > kept) {
            parts.add(new Part(kept, to, line, Optional.empty()));
        }
    }

    /** Of four braces two stay. */
    private void escaped() {
        keep(at + 2);
        at += 4;
        kept = at;
    }

    private void braces() {
        int end = at + 2;
        while (end < content.length && content[end] != '\n' && !isPair('}', end)) {
            end++;
        }
        if (!isPair('}', end)) {
            faults.add(new Fault(line, Fault.Kind.OPEN));
            at = end;
            return;
        }
        take(text(at + 2, end).flatMap(Reference::braced), end + 2);
    }

    private void standing() {
        int end = at + SCHEME.length;
        while (end < content.length && mayBeInReference(content[end])) {
            end++;
        }
        if (end == at + SCHEME.length) {
            at = end;
            return;
        }
        take(text(at, end).flatMap(Reference::standing), end);
    }

    private static boolean mayBeInReference(byte unit) {
        return unit < 0
                || (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9')
                || "._~-/%".indexOf(unit) >= 0;
    }

    private void take(Optional<Reference> reference, int end) {
        if (reference.isPresent()) {
            keep(at);
            parts.add(new Part(at, end, line, reference));
            references++;
            kept = end;
        } else {
            faults.add(new Fault(line, Fault.Kind.NO_NAME));
        }
        at = end;
    }

    /** Empty if it is not UTF-8, or too long to be a reference. */
    private Optional<String> text(int from, int to) {
        if (to - from > 4 * Reference.MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, from, to - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
