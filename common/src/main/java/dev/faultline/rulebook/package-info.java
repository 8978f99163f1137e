/// The alert rules of all projects, as a stage has them in memory. Apart from the rules themselves,
/// which topics know of, since this follows a topic.
@NullMarked
package dev.faultline.rulebook;

import org.jspecify.annotations.NullMarked;
