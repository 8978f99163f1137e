package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/var/lib/red/fa4c3ff8/104.dat",
                "/tmp",
                "/x.c:12",
                "~/x",
                "./x",
                "../x/y",
                "src/main/x.c",
                "src/main.rs:5:10",
                "com.x/.Y",
                "a/b/c",
                "C:\\Users\\Alice\\x.tmp",
                "C:\\Program Files (x86)\\Foo\\bar.exe",
                "D:/x/y",
                "\\\\nas2\\share3\\x.xlsx",
                "jar:file:/a/b.jar!/c"
            })
    void readsPaths(String text) {
        assertThat(Paths.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and/or",
                "n/a",
                "I/O",
                "text/html",
                "application/json",
                "Mozilla/5.0",
                "/",
                "/ 5",
                "x",
                "TCP/IP",
                "\\d",
                "App\\Foo"
            })
    void leavesWhatOnlyHasASlash(String text) {
        assertThat(Paths.end(text, 0)).isEqualTo(Form.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "open /a/b: denied → open <path>: denied",
                "(/a/b) → (<path>)",
                "in /a/b. → in <path>.",
                "</div> → </div>",
                "failure:ssl/record/x.c:1544:SSL → failure:<path>:SSL",
                "path C:\\a b\\c.txt is denied → path <path> is denied"
            })
    void endsBeforeThePunctuation(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
