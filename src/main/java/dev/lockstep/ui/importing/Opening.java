package dev.lockstep.ui.importing;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.words.Text;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The way from a path to what was read: the format is recognised, and what it needs is asked for. */
final class Opening {
    private final Recognition recognition;
    private final Background background;
    private final Course course;
    private final Consumer<Stage> stage;
    private final Consumer<ImportSource> done;
    private Optional<Question> question = Optional.empty();

    /**
     * Nothing is chosen yet.
     *
     * @param stage told where the import is on this way
     * @param done given what was read, which it has to close
     */
    Opening(ImportViewModel.Surroundings around, Course course, Consumer<Stage> stage, Consumer<ImportSource> done) {
        this.recognition = around.recognition();
        this.background = around.background();
        this.course = course;
        this.stage = stage;
        this.done = done;
    }

    /** What is asked of the source that was chosen last. */
    Optional<Question> question() {
        return question;
    }

    /** Looks at a file or folder, and reads it if its format is known and needs nothing more. */
    void open(Path source) {
        Question asked = new Question(source);
        question = Optional.of(asked);
        stage.accept(new Stage.Working(Stage.Work.LOOKING, 0, 0));
        course.start(
                background.job(progress -> recognition.of(source)),
                new Course.Ends<>(
                        found -> {
                            asked.recognised(found.format(), found.needs());
                            if (asked.isAnswered(false) && !asked.wantsColumns()) {
                                read(asked, Optional.empty());
                            } else {
                                ask(asked);
                            }
                        },
                        thrown -> stage.accept(new Stage.Choosing(Refusal.words(thrown))),
                        () -> stage.accept(new Stage.Choosing(""))));
    }

    /** Shows the question again. */
    void ask(Question asked) {
        stage.accept(new Stage.Asking(asked));
        if (asked.wantsColumns() && asked.mapping().tableProperty().get().isEmpty()) {
            look(asked, Optional.empty());
        }
    }

    /** Takes another format for the one that was recognised, and finds out what it needs. */
    void choose(Question asked, ImportFormat format) {
        asked.formatProperty().set(Optional.of(format));
        asked.refused("");
        asked.wants(Set.of());
        course.start(
                background.job(progress -> format.needs(asked.source())),
                new Course.Ends<>(
                        needs -> {
                            asked.wants(needs);
                            if (asked.wantsColumns()) {
                                look(asked, Optional.empty());
                            }
                        },
                        thrown -> asked.refused(Refusal.words(thrown)),
                        () -> {}));
    }

    /** Looks at the table anew, with or without a heading. */
    void look(Question asked, Optional<Boolean> heading) {
        course.start(
                background.job(progress -> recognition.tables().look(asked.source(), heading)),
                new Course.Ends<>(asked.mapping()::seen, thrown -> asked.refused(Refusal.words(thrown)), () -> {}));
    }

    /** Reads with what was told, if that is enough; what was typed stays the caller's to wipe. */
    void read(Question asked, SecretBuffer typed) {
        if (!asked.isAnswered(!typed.isEmpty())) {
            return;
        }
        try {
            boolean used = asked.wantsPassword() && !typed.isEmpty();
            read(asked, used ? Optional.of(Passphrase.of(typed)) : Optional.empty());
        } catch (CharacterCodingException e) {
            asked.refused(Text.of("import.refused.wrong-password"));
        }
    }

    private void read(Question asked, Optional<Passphrase> password) {
        ImportFormat format = asked.formatProperty().get().orElseThrow();
        ImportOptions options = asked.options(password);
        asked.refused("");
        stage.accept(new Stage.Working(Stage.Work.READING, 0, 0));
        Job<ImportSource> job = background
                .job(progress -> format.read(
                        asked.source(), options, (at, total) -> progress.accept(new Job.Progress(at, total))))
                .closing(() -> password.ifPresent(Passphrase::close));
        course.start(
                job,
                new Course.Ends<>(
                        done,
                        thrown -> {
                            Refusal.need(thrown).ifPresent(asked::wantsToo);
                            asked.refused(Refusal.words(thrown));
                            ask(asked);
                        },
                        () -> ask(asked),
                        now -> stage.accept(new Stage.Working(Stage.Work.READING, now.done(), now.total()))));
    }
}
