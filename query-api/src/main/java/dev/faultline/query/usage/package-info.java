/// What API keys use, for people.
@NullMarked
package dev.faultline.query.usage;

import org.jspecify.annotations.NullMarked;
