package dev.faultline.benchmarks.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One process in <code>/proc</code>.
 *
 * @param pid its id
 * @param parent its parent's id
 * @param name name of its program
 * @param cpuSeconds its own time and that of its children that have ended
 */
record ProcessFiles(long pid, long parent, String name, double cpuSeconds) {

    private static final Path PROC = Path.of("/proc");

    /** USER_HZ: 100 on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    /** All processes; none where there is no <code>/proc</code>. */
    static Stream<ProcessFiles> all() {
        return ProcessHandle.allProcesses().flatMap(handle -> of(handle.pid()).stream());
    }

    static Optional<ProcessFiles> of(long pid) {
        return read(pid, "stat").map(stat -> parse(pid, stat));
    }

    /** The form is described in proc_pid_stat(5); the name may hold spaces and brackets. */
    static ProcessFiles parse(long pid, String stat) {
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        String[] fields = stat.substring(close + 2).strip().split(" ", -1);
        long ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return new ProcessFiles(
                pid,
                Long.parseLong(fields[1]),
                stat.substring(open + 1, close),
                ticks / TICKS_PER_SECOND);
    }

    /** Whether an argument of its command line lies in or names a folder. */
    boolean mentions(Path folder) {
        return read(pid, "cmdline").filter(line -> line.contains(folder.toString())).isPresent();
    }

    Usage usage() {
        return new Usage(cpuSeconds, memoryBytes(), Map.of(name, 1));
    }

    /** PSS where we may read it, else resident set size. */
    private long memoryBytes() {
        return read(pid, "smaps_rollup")
                .flatMap(text -> kilobytes(text, "Pss:"))
                .or(() -> read(pid, "status").flatMap(text -> kilobytes(text, "VmRSS:")))
                .map(kilobytes -> kilobytes * 1024)
                .orElse(0L);
    }

    static Optional<Long> kilobytes(String text, String label) {
        return text.lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).replace("kB", "").strip())
                .map(Long::valueOf)
                .findFirst();
    }

    private static Optional<String> read(long pid, String file) {
        try {
            Path path = PROC.resolve(Long.toString(pid)).resolve(file);
            return Optional.of(Files.readString(path, StandardCharsets.ISO_8859_1))
                    .filter(text -> !text.isEmpty());
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
