package dev.lockstep.ui.create;

import dev.lockstep.cleartext.SecretValue;
import java.io.IOException;
import java.io.OutputStream;

/** The recovery code that a wizard shows, for a test that looks for it afterwards. */
public final class ShownCode {
    private ShownCode() {}

    /** Writes it byte by byte. */
    public static void write(CreateViewModel wizard, OutputStream out) throws IOException {
        SecretValue code = wizard.recovery().code();
        for (int i = 0; i < code.size(); i++) {
            out.write(code.at(i));
        }
    }
}
