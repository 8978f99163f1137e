package dev.faultline.alerting.secrets;

/// A text that must not show in logs or answers.
///
/// @param value for whom it is meant
public record Secret(String value) {

    @Override
    public String toString() {
        return "****";
    }
}
