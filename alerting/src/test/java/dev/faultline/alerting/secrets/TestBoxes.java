package dev.faultline.alerting.secrets;

import java.security.SecureRandom;
import java.util.List;

/// A box whose key every process of a test has.
public final class TestBoxes {

    private TestBoxes() {}

    public static SecretBox box() {
        return new SecretBox(List.of(MasterKey.of(new byte[MasterKey.BYTES])), new SecureRandom());
    }
}
