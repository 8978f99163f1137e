/// The team of a project: its members and invitations.
@NullMarked
package dev.faultline.query.team;

import org.jspecify.annotations.NullMarked;
