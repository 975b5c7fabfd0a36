package dev.lockstep.ui.keys;

import dev.lockstep.model.Failure;
import dev.lockstep.vault.Way;
import dev.lockstep.words.FailureWords;

/** Removes a way into the vault once it was asked about; quick unlock without asking, and the last way not at all. */
final class Removal {
    private final Work work;
    private final Course course;
    private final WaysPart ways;

    Removal(Work work, Course course, WaysPart ways) {
        this.work = work;
        this.course = course;
        this.ways = ways;
    }

    void ask(Way way) {
        if (course.free()) {
            course.leadTo(new State.Overview());
            if (way == Way.KEYSTORE) {
                remove(way);
            } else if (ways.shown().isLast(way)) {
                course.refuse(FailureWords.of(new Failure.LastWay()));
            } else {
                course.show(new State.Confirming(way));
            }
        }
    }

    /** Removes the way that was asked about. */
    void confirm() {
        if (course.state() instanceof State.Confirming confirming && !course.busy()) {
            remove(confirming.way());
        }
    }

    private void remove(Way way) {
        course.start(progress -> work.remove(way))
                .onDone(gone -> {
                    course.done(KeysWords.removed(way, gone));
                    ways.look();
                })
                .onFailed(course::failed)
                .start();
    }

    /**
     * Removes the key slots that are not as they were last saved.
     *
     * @param released called when that is done
     */
    void dropAltered(Runnable released) {
        if (course.free()) {
            course.start(progress -> work.dropAltered())
                    .onDone(gone -> {
                        course.done(KeysWords.dropped(gone));
                        ways.look();
                        released.run();
                    })
                    .onFailed(course::failed)
                    .start();
        }
    }
}
