package dev.faultline.web;

/// The body of every successful answer.
public record Envelope<T>(T data, String status) {

    public static <T> Envelope<T> of(T data) {
        return new Envelope<>(data, "success");
    }
}
