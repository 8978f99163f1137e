/// What becomes of events: groups, the facts and commands that change them, and their snapshots.
@NullMarked
package dev.faultline.group;

import org.jspecify.annotations.NullMarked;
