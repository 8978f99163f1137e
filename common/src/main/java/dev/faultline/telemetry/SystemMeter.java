package dev.faultline.telemetry;

import com.sun.management.OperatingSystemMXBean;
import dev.faultline.heartbeat.SystemReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.hardware.NetworkIF;

/// Measures the process and its host. What the JVM knows, it is asked for, since it knows about
/// containers; OSHI tells what it does not know. Used by one thread at a time.
final class SystemMeter {

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final GlobalMemory memory;
    private final List<NetworkIF> network;
    private final Path dataDirectory;
    private final IntSupplier connections;

    SystemMeter(Path dataDirectory, IntSupplier connections) {
        var hardware = new SystemInfo().getHardware();
        this.memory = hardware.getMemory();
        // Without loopback and what is purely virtual.
        this.network = hardware.getNetworkIFs();
        this.dataDirectory = existing(dataDirectory);
        this.connections = connections;
        // Loads are told since the call before.
        load(system.getCpuLoad());
        load(system.getProcessCpuLoad());
    }

    /// The directory, or as much of its path as is there yet.
    private static Path existing(Path path) {
        Path absolute = path.toAbsolutePath();
        while (!Files.exists(absolute) && absolute.getParent() != null) {
            absolute = absolute.getParent();
        }
        return absolute;
    }

    SystemReport report() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long total = system.getTotalMemorySize();
        long used =
                total < memory.getTotal()
                        ? total - system.getFreeMemorySize() // a container's share of the host
                        : memory.getTotal() - memory.getAvailable();
        long diskTotal = 0;
        long diskUsed = 0;
        try {
            FileStore disk = Files.getFileStore(dataDirectory);
            diskTotal = disk.getTotalSpace();
            diskUsed = diskTotal - disk.getUsableSpace();
        } catch (IOException _) {
            // A disk that can't be read is told as one of no size.
        }
        network.forEach(NetworkIF::updateAttributes);
        return new SystemReport(
                load(system.getCpuLoad()),
                load(system.getProcessCpuLoad()),
                used,
                total,
                heap.getUsed(),
                heap.getMax(),
                diskUsed,
                diskTotal,
                network.stream().mapToLong(NetworkIF::getBytesRecv).sum(),
                network.stream().mapToLong(NetworkIF::getBytesSent).sum(),
                connections.getAsInt());
    }

    private static @Nullable Double load(double share) {
        return share >= 0 && share <= 1 ? share * 100 : null;
    }
}
