package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "id=5 name=bob → id=<v> name=<v>",
                "a=1,b=x,c= → a=<v>,b=<v>,c=<v>",
                "logname= uid=0 → logname=<v> uid=<v>",
                "id=5 name='a b' on=true → id=<v> name=<v> on=<v>",
                "pkg =com.x,id =5 → pkg =<v>,id =<v>",
                "at=2024-01-02 03:04:05 x → at=<v> x",
                "took=1.5 s x → took=<v> x",
                "url=http://x/y?a=b&c=d x → url=<v> x",
                "top=Info{a b} x → top=<v> x",
                "Key (a)=(b) exists → Key (a)=<v> exists",
                "x[0]=5 → x[<n>]=<v>",
                "ids=1,2,3 x → ids=<v> x",
                "(a=b) → (a=<v>)"
            })
    void replacesWhatIsSet(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "error=invalid_grant → error=invalid_grant",
                "status=failed id=5 → status=failed id=<v>",
                "reason=timeout → reason=timeout",
                "code=14 → code=14",
                "status=404 → status=404",
                "SQLCODE=-803 → SQLCODE=-803",
                "Domain=NSURLErrorDomain → Domain=NSURLErrorDomain",
                "a == b → a == b",
                "a => b → a => b",
                "a = b → a = b",
                "x >= 5 → x >= <n>"
            })
    void keepsWhatTellsFaultsApart(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
