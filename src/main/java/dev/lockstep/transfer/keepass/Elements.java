package dev.lockstep.transfer.keepass;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.keepass.XmlScanner.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Walks over elements, and takes the mask off protected values in their order. */
final class Elements {
    private final XmlScanner xml;
    private final Mask mask;

    /** The key stream over protected values. */
    interface Mask {
        /** Nothing is masked. */
        Mask NONE = new Mask() {
            @Override
            public boolean isThere() {
                return false;
            }

            @Override
            public void take(byte[] value) {
                // it is in clear
            }

            @Override
            public void skip(long bytes) {
                // there is no stream to pass over
            }
        };

        /** Whether protected values are in base64 and masked, or as they are. */
        default boolean isThere() {
            return true;
        }

        /** Takes it off the next value. */
        void take(byte[] value);

        /** Passes over values of so many bytes. */
        void skip(long bytes);
    }

    /** Is called at the start of an element, and reads to its end. */
    interface Step {
        void at(String name) throws IOException, ImportException, InterruptedException;
    }

    /**
     * A value, to be overwritten by who asked for it.
     *
     * @param secret whether the other program protects it
     * @param whole false if it was too long, and is not here
     */
    record Value(byte[] bytes, boolean secret, boolean whole) {}

    Elements(XmlScanner xml, Mask mask) {
        this.xml = xml;
        this.mask = mask;
    }

    /** Goes to the outermost element. */
    String root() throws IOException, ImportException, InterruptedException {
        XmlScanner.require(xml.next() == Event.START);
        return xml.name();
    }

    /** Reads to the end of everything. */
    void finish() throws IOException, ImportException, InterruptedException {
        XmlScanner.require(xml.next() == Event.DONE);
    }

    /** Visits the elements in the one that started. */
    void each(Step step) throws IOException, ImportException, InterruptedException {
        while (xml.next() == Event.START) {
            step.at(xml.name());
        }
    }

    /** Passes over the element that started. */
    void skip() throws IOException, ImportException, InterruptedException {
        boolean masked = isMasked();
        for (int depth = 1; depth > 0; ) {
            if (xml.next() == Event.START) {
                depth++;
                masked = isMasked();
            } else {
                depth--;
                mask.skip(masked ? xml.text().sizeFromBase64() : 0);
                masked = false;
            }
        }
    }

    /** What stands in the element that started, which is no secret. */
    String text() throws IOException, ImportException, InterruptedException {
        Value value = value();
        XmlScanner.require(value.whole());
        return new String(value.bytes(), StandardCharsets.UTF_8);
    }

    /** What stands in the element that started. */
    Value value() throws IOException, ImportException, InterruptedException {
        boolean masked = isMasked();
        boolean secret = masked || isTrue("Protected") || isTrue("ProtectInMemory");
        XmlScanner.require(xml.next() == Event.END);
        XmlText text = xml.text();
        if (!text.isWhole()) {
            mask.skip(masked ? text.sizeFromBase64() : 0);
            return new Value(new byte[0], secret, false);
        }
        return new Value(masked ? unmasked(text.copy()) : text.copy(), secret, true);
    }

    private byte[] unmasked(byte[] base64) throws ImportException {
        try {
            byte[] value = Base64.getDecoder().decode(base64);
            mask.take(value);
            return value;
        } catch (IllegalArgumentException e) {
            throw new ImportException(Reason.DAMAGED);
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    private boolean isMasked() {
        return mask.isThere() && isTrue("Protected");
    }

    private boolean isTrue(String attribute) {
        return xml.has(attribute, "True");
    }
}
