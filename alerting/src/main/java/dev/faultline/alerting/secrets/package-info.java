/// What users entrust to us: encrypted where it is stored, hidden where it is shown.
@NullMarked
package dev.faultline.alerting.secrets;

import org.jspecify.annotations.NullMarked;
