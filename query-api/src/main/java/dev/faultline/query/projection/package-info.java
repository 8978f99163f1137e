/// From the topics into the tables: what the aggregator publishes becomes what the API reads.
@NullMarked
package dev.faultline.query.projection;

import org.jspecify.annotations.NullMarked;
