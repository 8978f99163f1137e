/// How every stage reaches Kafka, and makes sure of its topics.
@NullMarked
package dev.faultline.kafka;

import org.jspecify.annotations.NullMarked;
