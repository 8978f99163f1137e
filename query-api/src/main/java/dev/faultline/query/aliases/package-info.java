/// The ids by which groups are known besides their own.
@NullMarked
package dev.faultline.query.aliases;

import org.jspecify.annotations.NullMarked;
