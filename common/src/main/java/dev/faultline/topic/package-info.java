/// The catalogue of topics: names, partition counts, retention.
@NullMarked
package dev.faultline.topic;

import org.jspecify.annotations.NullMarked;
