package dev.lockstep.transfer.json;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry.Extras;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.json.JsonWalk.Sort;

/** Objects whose members are names and values. What stands in an object inside gets its name in front: {@code database/password}. */
final class NamedValues {
    private final JsonWalk walk;
    private final Gathering into;
    private final Extras extras;
    private boolean any;

    /** @param extras what is known of each of the values */
    NamedValues(JsonWalk walk, Gathering into, Extras extras) {
        this.walk = walk;
        this.into = into;
        this.extras = extras;
    }

    /** Reads the object that comes next. */
    void read() throws ImportException, InterruptedException {
        walk.members(this::member);
    }

    /** Reads what stands under a name. */
    void member(String name) throws ImportException, InterruptedException {
        any = true;
        Place place = Place.line(walk.line());
        if (walk.next() == Sort.OBJECT) {
            group(name);
        } else if (into.isFull()) {
            walk.skip();
            JsonValue.without(Kind.TOO_MANY_ENTRIES).gather(into, Thing.VALUE, name, place, extras);
        } else {
            walk.value().gather(into, Thing.VALUE, name, place, extras);
        }
    }

    private void group(String name) throws ImportException, InterruptedException {
        any = false;
        walk.members(inside -> member(inside(name, inside)));
        if (!any) {
            into.count(Thing.VALUE, Fate.EMPTY);
        }
        any = true;
    }

    /** A name inside another; one that is too long for any secret is cut where that shows. */
    private static String inside(String outer, String name) {
        String whole = outer + '/' + name;
        return whole.substring(0, Math.min(whole.length(), Gathering.MAX_NAME + 1));
    }
}
