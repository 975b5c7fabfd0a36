package dev.lockstep.ui.shell;

import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.BenchmarkVaults;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.testfx.api.FxToolkit;

/**
 * Measures frames of the real window over vaults of 1,000, 10,000 and 100,000 secrets, each in a process of its own with the options of the
 * program. Prints a table, and writes it to {@code target/benchmarks-frames.txt}. Events are fired at the controls, as the toolkit does once
 * it has them from the system.
 */
final class FrameBenchmark {
    private static final Path REPORT =
            Path.of("target", "benchmarks-frames.txt").toAbsolutePath();
    private static final String WORD = "github_tok";
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);

    private final Window window;
    private final FrameMeter meter;
    private final TableView<?> table;
    private final Map<String, List<List<FrameMeter.Time>>> times = new LinkedHashMap<>();

    /** One action of an event, that is measured and noted under a name. */
    @FunctionalInterface
    private interface Action {
        FrameMeter.Time measure() throws InterruptedException;
    }

    private FrameBenchmark(Window window) {
        this.window = window;
        meter = new FrameMeter();
        table = (TableView<?>) window.node(".secret-table");
    }

    /** Without arguments the processes are started; with a number of secrets this is one of them. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1) {
            measure(Integer.parseInt(arguments[0]));
            Platform.exit();
            System.exit(0);
        }
        Files.deleteIfExists(REPORT);
        for (int secrets : new int[] {1_000, 10_000, 100_000}) {
            BenchmarkVaults.file(secrets);
            start(secrets);
        }
    }

    private static void start(int secrets) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(System.getProperty("lockstep.options").split(" ")));
        command.add("--enable-native-access=ALL-UNNAMED");
        if (!System.getProperty("bench.display", "").equals("real")) {
            command.add("-Dglass.platform=Headless");
        }
        if (!System.getProperty("bench.pipeline", "sw").equals("default")) {
            command.add("-Dprism.order=sw");
        }
        for (String name : List.of("bench.rounds", "bench.window")) {
            if (System.getProperty(name) != null) {
                command.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        command.addAll(List.of(System.getProperty("bench.options", "").split(" ", -1)).stream()
                .filter(option -> !option.isEmpty())
                .toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FrameBenchmark.class.getName(), secrets + ""));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("ended with " + code);
        }
    }

    private static void measure(int secrets) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "frames");
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        Window window = new Window(folder.toAbsolutePath());
        String size = System.getProperty("bench.window");
        if (size != null) {
            ToolkitTest.runOnFx(() -> {
                window.stage().setWidth(Integer.parseInt(size.substring(0, size.indexOf('x'))));
                window.stage().setHeight(Integer.parseInt(size.substring(size.indexOf('x') + 1)));
            });
        }
        window.unlock(BenchmarkVaults.file(secrets));
        window.await("the rows", () -> window.has(".secret-table") && window.rows() == secrets);
        Thread.sleep(1_000);
        String memory = memory();
        FrameBenchmark benchmark = new FrameBenchmark(window);
        for (int round = 0; round < ROUNDS; round++) {
            benchmark.round();
        }
        tell(String.format(
                Locale.ROOT, "%n%,d secrets; after opening: %s; at the end: %s%n", secrets, memory, memory()));
        benchmark.tell();
    }

    private static String memory() throws IOException {
        StringBuilder told = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:") || line.startsWith("VmHWM:")) {
                String[] words = line.split("\\s+", -1);
                told.append(String.format(
                        Locale.ROOT,
                        "%s %.0f MB, ",
                        words[0].substring(0, 5),
                        Integer.parseInt(words[1]) * 1024 / 1e6));
            }
        }
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return told.append(String.format(
                        Locale.ROOT,
                        "heap %.0f MiB of %.0f",
                        heap.getUsed() / 1048576.0,
                        heap.getCommitted() / 1048576.0))
                .toString();
    }

    private void round() throws InterruptedException {
        ListChangeListener<Object> rows = change -> meter.changed();
        ToolkitTest.runOnFx(table::requestFocus);
        ToolkitTest.runOnFx(() -> table.getItems().addListener(rows));
        each("wheel", 120, i -> () -> meter.of(() -> wheel(i < 60 ? -120 : 120)));
        each("Page Down", 60, i -> () -> meter.of(() -> key(KeyCode.PAGE_DOWN, false)));
        each("End, Home", 20, i -> () -> meter.of(() -> key(i % 2 == 0 ? KeyCode.END : KeyCode.HOME, false)));
        each("thumb", 100, i -> () -> meter.of(() -> bar().setValue((i * 37 % 100) / 100.0)));
        ToolkitTest.runOnFx(() -> window.node(".search-field").requestFocus());
        each("letter typed, until painted", WORD.length(), i -> () -> meter.answered(() -> typed(WORD.charAt(i))));
        each(
                "letter deleted, until painted",
                WORD.length(),
                i -> () -> meter.answered(() -> key(KeyCode.BACK_SPACE, false)));
        ToolkitTest.runOnFx(() -> table.getItems().removeListener(rows));
        ToolkitTest.runOnFx(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        each("Down, details open", 60, i -> () -> meter.of(() -> key(KeyCode.DOWN, false)));
        each("reveal, mask", 20, i -> () -> meter.of(() -> key(KeyCode.R, true)));
        each("copy", 20, i -> () -> meter.of(() -> key(KeyCode.C, true)));
    }

    private void each(String name, int count, IntFunction<Action> actions) throws InterruptedException {
        List<FrameMeter.Time> round = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            round.add(actions.apply(i).measure());
        }
        times.computeIfAbsent(name, any -> new ArrayList<>()).add(round);
    }

    private void tell() throws IOException {
        tell(
                "ms                                first   median       95    worst | processor: first   median       95    worst\n");
        for (Map.Entry<String, List<List<FrameMeter.Time>>> one : times.entrySet()) {
            boolean wall = one.getKey().endsWith("until painted");
            tell(String.format("%-30s", one.getKey())
                    + figures(one.getValue(), wall ? FrameMeter.Time::wall : FrameMeter.Time::work)
                    + " |         "
                    + figures(one.getValue(), FrameMeter.Time::cpu)
                    + "\n");
        }
    }

    private static String figures(List<List<FrameMeter.Time>> all, ToDoubleFunction<FrameMeter.Time> figure) {
        List<List<Double>> rounds = all.stream()
                .map(round -> round.stream().map(figure::applyAsDouble).sorted().toList())
                .toList();
        return String.format(
                Locale.ROOT,
                "%9.1f%9.1f%9.1f%9.1f",
                figure.applyAsDouble(all.getFirst().getFirst()),
                best(rounds, 0.5),
                best(rounds, 0.95),
                best(rounds, 1));
    }

    /** Of the round in which it is least, since other programs only add to it. */
    private static double best(List<List<Double>> rounds, double share) {
        return rounds.stream()
                .mapToDouble(round -> round.get((int) Math.min(round.size() - 1, round.size() * share)))
                .min()
                .orElseThrow();
    }

    private static void tell(String text) throws IOException {
        System.out.print(text);
        Files.writeString(REPORT, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void wheel(double delta) {
        Node row = table.lookup(".table-row-cell");
        Event.fireEvent(
                row,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        1,
                        1,
                        1,
                        1,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private ScrollBar bar() {
        return (ScrollBar) table.lookup(".scroll-bar:vertical");
    }

    private void typed(char letter) {
        Event.fireEvent(
                window.stage().getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_TYPED, letter + "", "", KeyCode.UNDEFINED, false, false, false, false));
    }

    private void key(KeyCode code, boolean control) {
        Node target = window.stage().getScene().getFocusOwner();
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, control, false, false));
    }
}
