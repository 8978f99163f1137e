/// The audit log: who changed what, from its topic into a table that only grows.
@NullMarked
package dev.faultline.query.audit;

import org.jspecify.annotations.NullMarked;
