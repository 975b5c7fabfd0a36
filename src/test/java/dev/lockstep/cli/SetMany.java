package dev.lockstep.cli;

import dev.lockstep.vault.TestVaults;
import java.util.List;
import java.util.Map;

/** A process that adds secrets by one command line after the other, each of which opens the vault and closes it again. */
final class SetMany {
    private SetMany() {}

    /** Arguments: vault file, prefix of the names, how many. Says a line before it begins, and waits for one. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            ScriptedTerminal terminal =
                    new ScriptedTerminal().descriptor(0, "value " + i).descriptor(3, TestVaults.PASSWORD);
            int code = CommandGround.program(terminal, Map.of())
                    .run(List.of("set", arguments[1] + i, "--vault", arguments[0], "--password-fd", "3"));
            if (code != 0) {
                System.out.println(code + " " + terminal.complained());
            }
        }
        System.out.println("done");
    }
}
