/// The front of the pipeline: takes events over HTTP and answers when Kafka has them.
@NullMarked
package dev.faultline.ingest;

import org.jspecify.annotations.NullMarked;
