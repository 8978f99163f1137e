package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.measure.Pacer;
import dev.faultline.benchmarks.workload.Event;
import dev.faultline.benchmarks.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Drives a channel for a time. One thread makes the events, so their order is the seed's. */
final class Load {

    private final Workload workload;
    private final Channel channel;
    private final double eventsPerSecond;
    private final Duration duration;

    /**
     * @param eventsPerSecond 0 for as fast as possible
     */
    Load(Workload workload, Channel channel, double eventsPerSecond, Duration duration) {
        this.workload = workload;
        this.channel = channel;
        this.eventsPerSecond = eventsPerSecond;
        this.duration = duration;
    }

    /**
     * Sends until the time is over.
     *
     * @return how many events were sent
     */
    long run() throws InterruptedException {
        int size = channel.eventsPerCall();
        var pacer = new Pacer(eventsPerSecond / size, System::nanoTime);
        long end = pacer.start() + duration.toNanos();
        long call = 0;
        while (true) {
            List<Event> events = next(size);
            long intended = pacer.intended(call);
            // A late call still belongs to the plan: what is left out would be what was slow. But
            // a server that is far behind must not keep us for ever.
            if (intended - end >= 0 || System.nanoTime() - end > duration.toNanos()) {
                return call * size;
            }
            pacer.await(intended);
            channel.send(events, pacer.paced() ? intended : Channel.UNPACED);
            call++;
        }
    }

    private List<Event> next(int size) {
        var events = new ArrayList<Event>(size);
        for (int i = 0; i < size; i++) {
            events.add(workload.next());
        }
        return events;
    }
}
