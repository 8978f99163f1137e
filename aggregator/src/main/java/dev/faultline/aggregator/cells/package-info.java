/// What alert rules are evaluated by: how many events of a kind came in each second, kept beside
/// the groups, in the same tasks and transactions.
@NullMarked
package dev.faultline.aggregator.cells;

import org.jspecify.annotations.NullMarked;
