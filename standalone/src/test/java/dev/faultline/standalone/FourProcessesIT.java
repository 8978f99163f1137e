package dev.faultline.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FourProcessesIT {

    @Test
    void doesItsJobWithEveryStageInAProcessOfItsOwn(@TempDir Path directory) throws Exception {
        try (Processes processes = new Processes(directory)) {
            new Flow(processes.api(), processes.bootstrapServers()).run();
            new GroupingFlow(processes.api(), processes.bootstrapServers()).run();
        }
    }
}
