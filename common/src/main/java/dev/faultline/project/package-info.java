/// The settings of a project, as they travel from who sets them to every stage.
@NullMarked
package dev.faultline.project;

import org.jspecify.annotations.NullMarked;
