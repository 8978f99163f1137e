/// Stage 2, keyed by group: facts and commands become the state of each group.
@NullMarked
package dev.faultline.aggregator.groups;

import org.jspecify.annotations.NullMarked;
