package dev.lockstep.transfer.keepass;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads XML 1.0 in UTF-8, as data is written in it: an element holds elements or text. Instead of the parser of the JDK, because that makes
 * {@code String}s of values or keeps them in buffers that nobody can overwrite; and because what is not here cannot be abused: a document type
 * is refused, so there are no entities but the five that XML has. Time is linear, memory is bounded.
 */
final class XmlScanner implements AutoCloseable {
    /** Elements nested more deeply are refused. */
    static final int MAX_DEPTH = 256;

    private static final int MAX_NAME = 128;
    private static final int MAX_ATTRIBUTE = 256;
    private static final int MAX_ATTRIBUTES = 16;

    private final XmlBytes in;
    private final XmlText text;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, String> attributes = new HashMap<>();
    private String name = "";
    private boolean started;
    private boolean endsAtOnce;

    /** What comes next. */
    enum Event {
        START,
        END,
        DONE
    }

    /** @param most the longest text that is kept, in bytes */
    XmlScanner(XmlBytes.Source source, int most) {
        in = new XmlBytes(source);
        text = new XmlText(most);
    }

    /** Goes to the next start or end of an element. The text is then what stood between. */
    Event next() throws IOException, ImportException, InterruptedException {
        text.clear();
        attributes.clear();
        if (endsAtOnce) {
            endsAtOnce = false;
            name = open.pop();
            return Event.END;
        }
        if (!started) {
            in.skipMark();
        }
        for (int unit = in.read(); ; unit = in.read()) {
            if (unit < 0) {
                require(started && open.isEmpty());
                return Event.DONE;
            }
            if (unit == '<') {
                int first = in.read();
                if (first == '/') {
                    return end();
                }
                if (first != '?' && first != '!') {
                    return start(first);
                }
                declaration(first);
            } else if (open.isEmpty()) {
                require(isBlank(unit));
            } else {
                text.add(unit, in);
            }
        }
    }

    private Event start(int first) throws IOException, ImportException, InterruptedException {
        require(!started || !open.isEmpty());
        started = true;
        if (open.size() == MAX_DEPTH) {
            throw new ImportException(Reason.TOO_DEEP);
        }
        int unit = nameFrom(first, MAX_NAME);
        open.push(name);
        String element = name;
        for (unit = blanks(unit); unit != '>' && unit != '/'; unit = blanks(in.read())) {
            attribute(unit);
        }
        name = element;
        if (unit == '/') {
            require(in.read() == '>');
            endsAtOnce = true;
        }
        return Event.START;
    }

    private Event end() throws IOException, ImportException, InterruptedException {
        int unit = blanks(nameFrom(in.read(), MAX_NAME));
        require(unit == '>' && !open.isEmpty() && open.pop().equals(name));
        return Event.END;
    }

    private void attribute(int first) throws IOException, ImportException, InterruptedException {
        require(blanks(nameFrom(first, MAX_NAME)) == '=');
        int quote = blanks(in.read());
        require(quote == '"' || quote == '\'');
        StringBuilder value = new StringBuilder();
        for (int unit = in.read(); unit != quote; unit = in.read()) {
            require(unit >= 0 && unit != '<' && value.length() < MAX_ATTRIBUTE);
            value.append((char) unit);
        }
        require(attributes.put(name, value.toString()) == null && attributes.size() <= MAX_ATTRIBUTES);
    }

    /** Reads a name and gives what follows it. */
    private int nameFrom(int first, int most) throws IOException, ImportException, InterruptedException {
        StringBuilder read = new StringBuilder();
        int unit = first;
        while (unit > ' ' && "/>=<&\"'?!".indexOf(unit) < 0) {
            require(read.length() < most);
            read.append((char) unit);
            unit = in.read();
        }
        require(!read.isEmpty());
        name = read.toString();
        return unit;
    }

    private int blanks(int first) throws IOException, InterruptedException {
        int unit = first;
        while (isBlank(unit)) {
            unit = in.read();
        }
        return unit;
    }

    /** Passes over a comment or an instruction, and takes characters that stand for themselves. */
    private void declaration(int kind) throws IOException, ImportException, InterruptedException {
        if (kind == '?') {
            instruction();
            return;
        }
        int first = in.read();
        if (first == '-') {
            require(in.read() == '-');
            passOver("-->");
        } else if (first == '[' && !open.isEmpty()) {
            for (int expected : "CDATA[".getBytes(StandardCharsets.US_ASCII)) {
                require(in.read() == expected);
            }
            text.addUntilEnd(in);
        } else {
            require(first >= 0);
            throw new ImportException(Reason.UNSUPPORTED);
        }
    }

    private void instruction() throws IOException, ImportException, InterruptedException {
        String content = passOver("?>");
        boolean other = content.matches("(?s)xml\\s.*")
                && content.contains("encoding")
                && !content.matches("(?is).*encoding\\s*=\\s*[\"'](utf-8|us-ascii)[\"'].*");
        if (other) {
            throw new ImportException(Reason.UNSUPPORTED);
        }
    }

    /** Reads to an end and gives the first part of what stood before it. */
    private String passOver(String end) throws IOException, ImportException, InterruptedException {
        StringBuilder first = new StringBuilder();
        int matched = 0;
        while (matched < end.length()) {
            int unit = in.read();
            require(unit >= 0);
            if (unit == end.charAt(matched)) {
                matched++;
            } else if (unit != end.charAt(0)) {
                matched = 0;
            } else if (matched != 2) {
                // a third dash of a comment changes nothing
                matched = 1;
            }
            if (first.length() < MAX_ATTRIBUTE) {
                first.append((char) unit);
            }
        }
        return first.toString();
    }

    private static boolean isBlank(int unit) {
        return unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r';
    }

    static void require(boolean holds) throws ImportException {
        if (!holds) {
            throw new ImportException(Reason.DAMAGED);
        }
    }

    /** Of the element that started or ended. */
    String name() {
        return name;
    }

    /** Whether the element that started has an attribute with this value. */
    boolean has(String attribute, String value) {
        return value.equalsIgnoreCase(attributes.get(attribute));
    }

    /** An attribute of the element that started, empty if it has none of that name. */
    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }

    /** What stood in front of the latest event. */
    XmlText text() {
        return text;
    }

    @Override
    public void close() {
        in.close();
        text.close();
    }
}
