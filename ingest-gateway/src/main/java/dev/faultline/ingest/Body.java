package dev.faultline.ingest;

/// A request's body, decompressed. Holds its share of the memory until closed.
final class Body implements AutoCloseable {
    private final byte[] bytes;
    private final BodyMemory.Share memory;

    Body(byte[] bytes, BodyMemory.Share memory) {
        this.bytes = bytes;
        this.memory = memory;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        memory.close();
    }
}
