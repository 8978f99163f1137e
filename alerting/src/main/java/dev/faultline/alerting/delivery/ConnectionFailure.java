package dev.faultline.alerting.delivery;

import dev.faultline.alerting.egress.ForbiddenDestinationException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/// What it means for a delivery that the other side could not be reached. Pure.
final class ConnectionFailure {

    private ConnectionFailure() {}

    static Delivery of(Channel channel, IOException failure) {
        String who = name(channel);
        if (failure instanceof ForbiddenDestinationException forbidden) {
            return new Delivery.Rejected(null, "%s %s".formatted(who, forbidden.getMessage()));
        }
        String reason =
                switch (failure) {
                    case UnknownHostException _ ->
                            "The host of %s has no address".formatted(lower(who));
                    case SSLException _ ->
                            "%s did not come to terms about TLS: its certificate must be valid for its name"
                                    .formatted(who);
                    case SocketTimeoutException _ -> "%s did not answer in time".formatted(who);
                    case ConnectException _, NoRouteToHostException _ ->
                            "%s can't be connected to".formatted(who);
                    default -> "%s broke off the connection".formatted(who);
                };
        return new Delivery.Retry(null, reason, null);
    }

    /// Nothing within the whole time for a delivery.
    static Delivery timeout(Channel channel) {
        return of(channel, new SocketTimeoutException());
    }

    private static String name(Channel channel) {
        return switch (channel) {
            case EMAIL -> "The mail server";
            case SLACK -> "Slack";
            case WEBHOOK -> "The webhook";
            case SMS -> "The SMS service";
        };
    }

    private static String lower(String who) {
        return who.startsWith("The ") ? "t" + who.substring(1) : who;
    }
}
