package dev.lockstep.transfer.keepass;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.SourceFile;
import dev.lockstep.transfer.keepass.Elements.Value;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The 32 bytes of a key file: what stands in {@code KeyFile/Key/Data} of XML, in base64 (version 1) or in hexadecimal digits with the first
 * four bytes of its SHA-256 beside it (version 2); or the 32 bytes, or 64 hexadecimal digits, that the file is; or else its SHA-256.
 */
final class KeePassKeyFile {
    /** The largest file that is taken for one, in bytes: 16 MiB. */
    static final int MAX_SIZE = 16 << 20;

    private static final int KEY = 32;
    private static final int MAX_XML = 1 << 16;

    private boolean second;
    private String hash = "";
    private byte @Nullable [] data;

    private KeePassKeyFile() {}

    /**
     * Reads one.
     *
     * @return to be closed by the caller
     * @throws ImportException {@code KEY_FILE_UNREADABLE}
     */
    static SecretValue read(Path file) throws ImportException, InterruptedException {
        byte[] content = content(file);
        try {
            byte[] key = xml(content);
            if (key == null) {
                key = content.length == KEY ? content.clone() : hexadecimal(content);
            }
            return SecretValue.taking(key == null ? sha256(content) : key);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static byte[] content(Path file) throws ImportException, InterruptedException {
        try (SourceFile read = SourceFile.read(file, MAX_SIZE)) {
            return read.content().toArray(ValueLayout.JAVA_BYTE);
        } catch (ImportException e) {
            throw new ImportException(Reason.KEY_FILE_UNREADABLE);
        }
    }

    /** The key of XML that is a key file; null for anything else. */
    private static byte @Nullable [] xml(byte[] content) throws ImportException, InterruptedException {
        KeePassKeyFile read = new KeePassKeyFile();
        XmlBytes.Source source = new SegmentSource(MemorySegment.ofArray(content));
        try (XmlScanner scanner = new XmlScanner(source, MAX_XML)) {
            Elements elements = new Elements(scanner, Elements.Mask.NONE);
            if (content.length > MAX_XML || !elements.root().equals("KeyFile")) {
                return null;
            }
            elements.each(name -> elements.each(part -> read.part(part, elements, scanner)));
        } catch (ImportException | IOException e) {
            return null;
        }
        return read.key();
    }

    private void part(String name, Elements elements, XmlScanner scanner)
            throws IOException, ImportException, InterruptedException {
        switch (name) {
            case "Version" -> second = elements.text().startsWith("2.");
            case "Data" -> {
                hash = scanner.attribute("Hash");
                Value value = elements.value();
                data = value.bytes();
            }
            default -> elements.skip();
        }
    }

    private byte[] key() throws ImportException {
        byte[] text = data == null ? new byte[0] : data;
        byte[] key = new byte[0];
        try {
            byte[] dense = dense(text);
            key = second ? fromHexadecimal(dense) : Base64.getDecoder().decode(dense);
            Arrays.fill(dense, (byte) 0);
        } catch (IllegalArgumentException e) {
            throw new ImportException(Reason.KEY_FILE_UNREADABLE);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
        boolean right = !second || HexFormat.of().formatHex(sha256(key), 0, 4).equalsIgnoreCase(hash);
        if (key.length != KEY || !right) {
            Arrays.fill(key, (byte) 0);
            throw new ImportException(Reason.KEY_FILE_UNREADABLE);
        }
        return key;
    }

    private static byte[] dense(byte[] text) {
        byte[] dense = new byte[text.length];
        int length = 0;
        for (byte unit : text) {
            if (unit > ' ') {
                dense[length++] = unit;
            }
        }
        byte[] exact = Arrays.copyOf(dense, length);
        Arrays.fill(dense, (byte) 0);
        return exact;
    }

    private static byte @Nullable [] hexadecimal(byte[] content) {
        try {
            return content.length == 2 * KEY ? fromHexadecimal(content) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] fromHexadecimal(byte[] digits) {
        byte[] bytes = new byte[digits.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (16 * HexFormat.fromHexDigit(digits[2 * i]) + HexFormat.fromHexDigit(digits[2 * i + 1]));
        }
        return bytes;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
