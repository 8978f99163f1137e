package dev.faultline.alerting.delivery;

import dev.faultline.alerting.egress.HttpUrl;
import dev.faultline.alerting.secrets.Secret;

/// An account at Twilio, or at a service with its API.
///
/// @param sid `AC` and 32 hexadecimal digits
/// @param api the beginning of its URLs
public record TwilioAccount(String sid, Secret authToken, HttpUrl api) {}
