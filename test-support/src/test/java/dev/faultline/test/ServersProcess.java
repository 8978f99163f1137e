package dev.faultline.test;

import dev.faultline.embedded.EmbeddedServers;
import dev.faultline.embedded.Server;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL and Redis of a JVM that will be killed: {@code ServersProcess <data directory>}. */
final class ServersProcess {

    private ServersProcess() {}

    public static void main(String... arguments) {
        var servers =
                EmbeddedServers.start(
                        Path.of(arguments[0]), EnumSet.of(Server.POSTGRES, Server.REDIS));
        System.out.println("postgres " + servers.postgres().orElseThrow().jdbcUrl());
        System.out.println("ready");
        // Neither server has a thread in this JVM.
        while (true) {
            LockSupport.park();
        }
    }
}
