/// How every stage reaches Kafka.
@NullMarked
package dev.faultline.kafka;

import org.jspecify.annotations.NullMarked;
