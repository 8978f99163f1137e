package dev.faultline.test;

import java.util.concurrent.locks.LockSupport;

/** A process that does nothing until it is ended. */
final class SleepingProcess {

    private SleepingProcess() {}

    public static void main(String... arguments) {
        System.out.println(
                "ready "
                        + String.join(",", arguments)
                        + " "
                        + System.getProperty("test.key")
                        + " "
                        + System.getenv("TEST_KEY"));
        while (true) {
            LockSupport.park();
        }
    }
}
