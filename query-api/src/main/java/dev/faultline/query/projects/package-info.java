/// Projects: making, listing and naming them.
@NullMarked
package dev.faultline.query.projects;

import org.jspecify.annotations.NullMarked;
