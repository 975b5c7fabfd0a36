package dev.lockstep.transfer.dotenv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportItem;
import dev.lockstep.transfer.export.ExportItems;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Output;
import dev.lockstep.transfer.export.Refusal.Reason;
import dev.lockstep.transfer.export.Room;
import dev.lockstep.transfer.export.Screening;
import dev.lockstep.transfer.export.SecretOutput;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code .env} format such that {@link DotenvParser} and a POSIX shell ({@code set -a; . ./file}) read the same bytes, and Docker the same
 * where it can.
 *
 * <ul>
 *   <li>A value of ASCII letters, digits and {@code _ - . / : @ % + , =} stands as it is.
 *   <li>Another stands between single quotes, where every byte stands for itself, line ends included.
 *   <li>One with a single quote in it stands between double quotes, with a backslash before <code>\ " $ `</code> and nothing else.
 * </ul>
 *
 * Descriptions stand above as comments. A shell has no zero byte and no other names than those of variables, so those are refused.
 */
public final class DotenvExport implements ExportFormat {
    private static final String PLAIN = "_-./:@%+,=";
    private static final String ESCAPED = "\\\"$`";

    /** A writer without state. */
    public DotenvExport() {}

    @Override
    public String id() {
        return "dotenv";
    }

    @Override
    public String ending() {
        return ".env";
    }

    @Override
    public boolean holdsValues() {
        return true;
    }

    @Override
    public Set<Detail> keeps() {
        return Set.of();
    }

    @Override
    public Screening screening() {
        Set<String> names = new HashSet<>();
        Room room = new Room(DotenvFormat.MAX_SIZE, DotenvExport::row);
        return item -> {
            if (!NamingRules.ENVIRONMENT_VARIABLE.accepts(item.name())) {
                return Optional.of(Reason.NAME_NOT_A_VARIABLE);
            }
            if (!names.add(item.name())) {
                return Optional.of(Reason.NAME_TWICE);
            }
            if (indexOf(item.value(), 0) >= 0) {
                return Optional.of(Reason.ZERO_BYTE);
            }
            return room.takes(item) ? Optional.empty() : Optional.of(Reason.NO_ROOM);
        };
    }

    private static boolean isLetter(int unit) {
        return (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z');
    }

    private static boolean isDigit(int unit) {
        return unit >= '0' && unit <= '9';
    }

    private static int indexOf(SecretValue value, int wanted) {
        for (int i = 0; i < value.size(); i++) {
            if (value.at(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void write(ExportItems items, WritableByteChannel out, ExportOptions options)
            throws IOException, VaultException, InterruptedException {
        try (SecretOutput output = new SecretOutput(out)) {
            items.<IOException>each(item -> row(item, output));
            output.flush();
        }
    }

    private static void row(ExportItem item, Output output) throws IOException {
        DotenvRemarks.write(item, output);
        output.text(item.name() + "=");
        value(item, output);
        output.put('\n');
    }

    private static void value(ExportItem item, Output output) throws IOException {
        SecretValue value = item.value();
        if (isPlain(value)) {
            output.value(value);
        } else if (indexOf(value, '\'') < 0) {
            output.put('\'');
            output.value(value);
            output.put('\'');
        } else {
            escaped(value, output);
        }
    }

    private static boolean isPlain(SecretValue value) {
        for (int i = 0; i < value.size(); i++) {
            int unit = value.at(i);
            if (!isLetter(unit) && !isDigit(unit) && PLAIN.indexOf(unit) < 0) {
                return false;
            }
        }
        return true;
    }

    private static void escaped(SecretValue value, Output output) throws IOException {
        output.put('"');
        for (int i = 0; i < value.size(); i++) {
            int unit = value.at(i);
            if (ESCAPED.indexOf(unit) >= 0) {
                output.put('\\');
            }
            output.put(unit);
        }
        output.put('"');
    }
}
