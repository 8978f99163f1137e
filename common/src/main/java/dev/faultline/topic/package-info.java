/// The catalogue of topics: names, partition counts, retention, and their creation.
@NullMarked
package dev.faultline.topic;

import org.jspecify.annotations.NullMarked;
