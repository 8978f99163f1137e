/// Alerting: who is told what. So far how to tell: the outbox, the integrations of a project and
/// their delivery.
@NullMarked
package dev.faultline.alerting;

import org.jspecify.annotations.NullMarked;
