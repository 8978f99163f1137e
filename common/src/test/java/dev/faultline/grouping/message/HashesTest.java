package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cfd3774f-0922-44ba-80bd-f517f896489a",
                "BF0ACB21-6E4B-4CF2-92FF-DE406CB6640A",
                "5bdd8b8609318c4cf05f242992864661",
                "507f1f77bcf86cd799439011",
                "d530005e3d5d5c5936480ad1e379b22519f44820",
                "effddeea-a842-bc19-796f-74adfaf55496",
                "00-927c2fd519eb7d2141e066d175e63a40-b039873f74c24a93-01"
            })
    void readsUuidsAndLongHashes(String text) {
        assertThat(Hashes.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "123456789012345678901234",
                "deadbeef",
                "cfd3774f-0922-44ba-80bd",
                "cfd3774f-0922-44ba-80bd-f517f896489a1",
                "16C7e42F292c6912E7710c838347Ae178B4a"
            })
    void leavesWhatMayBeANumberOrAToken(String text) {
        assertThat(Hashes.end(text, 0)).isEqualTo(Form.NONE);
    }
}
