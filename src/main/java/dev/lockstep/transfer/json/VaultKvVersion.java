package dev.lockstep.transfer.json;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a version of a secret besides its values. It is looked for tolerantly, since in version 1 the user gives all names. */
final class VaultKvVersion {
    private final List<String> custom = new ArrayList<>();
    private boolean any;
    private boolean inside;
    private boolean others;
    private boolean numbered;
    private boolean dated;
    private boolean destroyed;
    private String ends = "";

    private VaultKvVersion() {}

    /** That of what a walk is at the beginning of. */
    static VaultKvVersion look(JsonWalk ahead) throws ImportException, InterruptedException {
        VaultKvVersion version = new VaultKvVersion();
        ahead.object(name -> {
            if (name.equals(VaultKvFormat.DATA) && ahead.next() == Sort.OBJECT) {
                version.any = true;
                ahead.members(member -> version.member(ahead, member));
            } else {
                ahead.skip();
            }
        });
        if (!version.any) {
            throw new ImportException(Reason.OTHER_FORMAT);
        }
        return version;
    }

    private void member(JsonWalk ahead, String name) throws ImportException, InterruptedException {
        Sort sort = ahead.next();
        inside |= name.equals(VaultKvFormat.DATA) && (sort == Sort.OBJECT || sort == Sort.NULL);
        others |= !name.equals(VaultKvFormat.DATA) && !name.equals(VaultKvFormat.METADATA);
        if (name.equals(VaultKvFormat.METADATA) && sort == Sort.OBJECT) {
            ahead.members(member -> metadata(ahead, member));
        } else {
            ahead.skip();
        }
    }

    private void metadata(JsonWalk ahead, String name) throws ImportException, InterruptedException {
        Sort sort = ahead.next();
        numbered |= name.equals("version") && sort == Sort.NUMBER;
        dated |= name.equals("created_time") && sort == Sort.TEXT;
        if (name.equals("destroyed")) {
            destroyed = ahead.flag();
        } else if (name.equals("deletion_time") && sort == Sort.TEXT) {
            ends = ahead.text().orElse("");
        } else if (name.equals("custom_metadata") && sort == Sort.OBJECT) {
            ahead.members(member -> custom(ahead, member));
        } else {
            ahead.skip();
        }
    }

    private void custom(JsonWalk ahead, String name) throws ImportException, InterruptedException {
        if (ahead.next() == Sort.TEXT) {
            custom.add(name + ": " + ahead.text().orElse(""));
        } else {
            ahead.skip();
        }
    }

    /** Whether it is of the second version of the engine, where {@code data} and {@code metadata} are apart, and nothing else is there. */
    boolean second() {
        return inside && numbered && dated && !others;
    }

    /** Why there are no values. */
    Kind gone() {
        return destroyed || ends.isEmpty() ? Kind.NO_VALUE : Kind.IN_THE_BIN;
    }

    ImportEntry.Extras extras() {
        return second() ? new ImportEntry.Extras(String.join("\n", custom), List.of(), day()) : ImportEntry.Extras.NONE;
    }

    /** The day on which a version ends that is still there. */
    private Optional<LocalDate> day() {
        try {
            return Optional.of(ends)
                    .filter(time -> !time.isEmpty())
                    .map(time -> OffsetDateTime.parse(time)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Counts what goes into the extras. */
    void count(Gathering into) {
        custom.forEach(line -> into.count(Thing.FIELD, Fate.DESCRIPTION));
        day().ifPresent(day -> into.count(Thing.EXPIRY, Fate.ROTATION));
    }
}
