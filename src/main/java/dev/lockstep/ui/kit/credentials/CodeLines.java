package dev.lockstep.ui.kit.credentials;

import dev.lockstep.cleartext.SecretValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A recovery code cut into lines that fit the screen and the sheet of paper. */
final class CodeLines {
    /** Groups of four characters in a line. */
    private static final int GROUPS = 7;

    private CodeLines() {}

    /** The lines in their order, cut after whole groups, without the dash at the cut; to be closed by the caller. */
    static List<SecretValue> of(SecretValue code) {
        return code.use(CodeLines::cut);
    }

    private static List<SecretValue> cut(byte[] code) {
        List<SecretValue> lines = new ArrayList<>();
        int start = 0;
        int groups = 0;
        for (int i = 0; i < code.length; i++) {
            if (code[i] == '-' && ++groups == GROUPS) {
                lines.add(SecretValue.taking(Arrays.copyOfRange(code, start, i)));
                start = i + 1;
                groups = 0;
            }
        }
        lines.add(SecretValue.taking(Arrays.copyOfRange(code, start, code.length)));
        return lines;
    }
}
