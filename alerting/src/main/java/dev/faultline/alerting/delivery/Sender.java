package dev.faultline.alerting.delivery;

import java.io.IOException;

/// Delivers on one channel. Blocks; [Deliverer] bounds how long.
interface Sender<T extends Target> {

    /// @throws IOException if the other side can't be reached or breaks off
    Delivery send(T target, Notice notice) throws IOException;
}
