package dev.lockstep.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Another process that writes: says a line once it is inside a write transaction, and ends it when it is told a line. */
final class WriteHolder {
    private WriteHolder() {}

    /** Takes the path of a vault file. */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (Connection connection = Sample.connect(Path.of(arguments[0]));
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("DELETE FROM item");
            System.out.println("writing");
            System.in.read();
            statement.execute("ROLLBACK");
        }
    }

    /** Starts the process and waits until it writes. */
    static Process start(Path file) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = process.inputReader().readLine();
        if (!"writing".equals(line)) {
            throw new IOException("The other process said " + line);
        }
        return process;
    }
}
