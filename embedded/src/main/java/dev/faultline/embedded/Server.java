package dev.faultline.embedded;

/** The servers that can run embedded. */
public enum Server {
    KAFKA,
    POSTGRES,
    REDIS
}
