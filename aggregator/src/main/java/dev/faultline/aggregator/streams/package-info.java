/// How the topology runs: settings of Kafka Streams, bounds of its memory, recovery from fatal
/// errors.
@NullMarked
package dev.faultline.aggregator.streams;

import org.jspecify.annotations.NullMarked;
