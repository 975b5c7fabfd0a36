package dev.lockstep.ui.kit.credentials;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.PasswordStrength;
import dev.lockstep.generate.Recipe;
import dev.lockstep.ui.kit.Background;
import java.security.SecureRandom;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A new password, typed twice and judged while it is typed. Closing it wipes what was typed. */
public final class NewPassword implements AutoCloseable {
    private final Background background;
    private final SecureRandom random;
    private final ReadOnlyObjectWrapper<Optional<PasswordStrength>> strength =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Repeat> repeat = new ReadOnlyObjectWrapper<>(Repeat.EMPTY);
    private final ReadOnlyBooleanWrapper fit = new ReadOnlyBooleanWrapper();
    private SecretBuffer typed = new SecretBuffer(0);
    private SecretBuffer again = new SecretBuffer(0);
    private int judged;

    /** Nothing is typed yet. */
    public NewPassword(Background background, SecureRandom random) {
        this.background = background;
        this.random = random;
    }

    /** How the second typing compares with the first. */
    public enum Repeat {
        EMPTY,
        /** The same as far as it goes. */
        BEGUN,
        DIFFERS,
        SAME,
        /** The first one holds half of a pair of surrogates. */
        BROKEN
    }

    /** Reads from these buffers from now on, and wipes them in the end. */
    public void attach(SecretBuffer first, SecretBuffer second) {
        typed = first;
        again = second;
        edited();
    }

    /** How hard the password is to guess; empty while nothing is typed. */
    public ReadOnlyObjectProperty<Optional<PasswordStrength>> strengthProperty() {
        return strength.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Repeat> repeatProperty() {
        return repeat.getReadOnlyProperty();
    }

    /** Whether the password may protect a vault and was typed twice the same. */
    public ReadOnlyBooleanProperty fitProperty() {
        return fit.getReadOnlyProperty();
    }

    /** What was typed. */
    public SecretBuffer password() {
        return typed;
    }

    /** What was typed the second time. */
    public SecretBuffer repeated() {
        return again;
    }

    /** A new password of six words, to be closed by the caller. */
    SecretValue generate() {
        return Recipe.defaultFor(Recipe.Purpose.PASSPHRASE).generate(random);
    }

    /** To be called after every edit of either buffer. */
    public void edited() {
        repeat.set(wellFormed() ? compare() : Repeat.BROKEN);
        fit.set(repeat.get() == Repeat.SAME && longEnough() && wellFormed());
        judge();
    }

    @Override
    public void close() {
        judged++;
        typed.clear();
        again.clear();
        strength.set(Optional.empty());
        repeat.set(Repeat.EMPTY);
        fit.set(false);
    }

    private Repeat compare() {
        if (again.isEmpty()) {
            return Repeat.EMPTY;
        }
        if (again.length() > typed.length()) {
            return Repeat.DIFFERS;
        }
        int difference = 0;
        for (int i = 0; i < again.length(); i++) {
            difference |= again.charAt(i) ^ typed.charAt(i);
        }
        if (difference != 0) {
            return Repeat.DIFFERS;
        }
        return again.length() == typed.length() ? Repeat.SAME : Repeat.BEGUN;
    }

    private boolean longEnough() {
        return Character.codePointCount(typed, 0, typed.length()) >= PasswordStrength.MINIMUM_CHARACTERS;
    }

    /** A surrogate that stands alone could not be typed again on another keyboard. */
    private boolean wellFormed() {
        return typed.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private void judge() {
        int mine = ++judged;
        if (typed.isEmpty()) {
            strength.set(Optional.empty());
            return;
        }
        SecretBuffer copy = new SecretBuffer(typed.length());
        copy.insert(0, typed);
        background
                .job(progress -> PasswordStrength.judge(copy))
                .closing(copy::close)
                .onDone(found -> {
                    if (mine == judged) {
                        strength.set(Optional.of(found));
                    }
                })
                .start();
    }
}
