package dev.faultline.alert.evaluation;

/// Where the state of an evaluator goes: a store of bytes by key, such as one with a changelog.
/// What it holds after [Evaluator#drain] is all that a new evaluator needs to go on.
public interface StateSink {

    void put(String key, byte[] value);

    void remove(String key);
}
