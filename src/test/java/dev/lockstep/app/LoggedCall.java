package dev.lockstep.app;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.PlainSimulator;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.FormBody;
import dev.lockstep.remote.http.Origin;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A process of its own that makes one call with every log at its finest level, after the start of the program or without it. */
final class LoggedCall {
    private LoggedCall() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("prepared")) {
            Network.prepare(System.getProperties());
        }
        Handler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.addHandler(console);
        root.setLevel(Level.ALL);
        root.fine("this is logged");
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                PlainSimulator simulator = new PlainSimulator(executor);
                Transport transport = Transport.trusting(executor);
                SecretValue value = SecretValue.taking("canary-VALUE".getBytes(StandardCharsets.UTF_8));
                FormBody form = new FormBody()) {
            ApiClient client = new ApiClient(
                    transport,
                    Origin.of(simulator.address()).orElseThrow(),
                    call -> call.header("Authorization", "Bearer canary-CREDENTIAL"),
                    Pace.usual(Clock.systemUTC()));
            Call call = Call.of("POST", Call.Effect.ONCE, "/things")
                    .insecureQuery(form.secret("value", value).insecureQuery());
            System.out.println("answered " + client.send(call).status());
        }
    }
}
