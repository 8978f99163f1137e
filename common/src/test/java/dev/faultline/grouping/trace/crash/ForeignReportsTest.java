package dev.faultline.grouping.trace.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignReportsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\n",
                "something went wrong",
                // Java
                """
                Exception in thread "main" java.lang.IllegalStateException: Check failed: 3 vs. 4
                \tat com.shop.Cart.total(Cart.java:12)
                \tat com.shop.Main.main(Main.java:3)
                Caused by: java.io.IOException: received signal 11 from peer
                \t... 2 more
                """,
                "java.lang.AssertionError: Assertion failed: total\n\tat com.shop.Cart.total(Cart.java:12)\n",
                // A fuzzer's finding in Java
                """
                == Java Exception: java.lang.IllegalArgumentException: bad
                \tat com.shop.Parser.parse(Parser.java:12)
                == libFuzzer crashing input ==
                MS: 3 ChangeBit-CopyPart-CMP- DE: "Hello"-; base unit: b17e
                """,
                // Python
                """
                Traceback (most recent call last):
                  File "/app/cart.py", line 12, in total
                    assert total > 0, "Assertion failed: total"
                AssertionError: Assertion failed: total
                """,
                // JavaScript
                "Error: Assertion failed: total\n    at total (/app/cart.js:12:5)\n",
                "total@https://shop.example/cart.js:12:5\nprint@https://shop.example/cart.js:20:1\n",
                // Go
                """
                panic: runtime error: invalid memory address or nil pointer dereference
                [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x497b53]

                goroutine 1 [running]:
                main.total(0x0)
                \t/app/main.go:12 +0x1d
                main.main()
                \t/app/main.go:20 +0x1d
                """,
                // .NET
                "System.InvalidOperationException: Assertion failed: x\n   at Shop.Cart.Total() in C:\\shop\\Cart.cs:line 12\n",
                // Ruby
                "cart.rb:12:in `total': Assertion failed: x (RuntimeError)\n\tfrom cart.rb:20:in `main'\n",
                // PHP
                """
                PHP Fatal error:  Uncaught Exception: no total in /var/www/x.php:12
                Stack trace:
                #0 /var/www/x.php(12): f()
                #1 /var/www/x.php(20): Shop\\Cart->total(Object(Shop\\Item), 'a at b')
                #2 {main}
                """,
                // Rust
                """
                thread 'main' panicked at src/main.rs:12:5:
                assertion failed: total > 0
                stack backtrace:
                   0: rust_begin_unwind
                             at /rustc/90b35a6239c3d8bdabc530a6a0816f7ff89a0aaf/library/std/src/panicking.rs:645:5
                   1: shop::cart::total
                             at ./src/main.rs:12:5
                """,
                "thread 'main' panicked at 'assertion failed: total > 0', src/main.rs:12:5\n",
                // Dart
                """
                Unhandled exception:
                Bad state: Assertion failed: x
                #0      total (package:shop/cart.dart:12:5)
                #1      main (package:shop/main.dart:20:3)
                #2      _delayEntrypointInvocation.<anonymous closure> (dart:isolate-patch/isolate_patch.dart:295:33)
                """,
                // Elixir
                "** (RuntimeError) no total\n    (shop 0.1.0) lib/shop.ex:12: Shop.total/1\n",
                // Logs
                "2024-05-01 12:00:00 [main] ERROR shop - request 0x1f failed after 12 ms\n",
            })
    void leavesWhatOtherLanguagesPrint(String text) {
        assertThat(CrashReports.read(text)).isEmpty();
    }

    @Test
    void neverThrowsWhateverTheTextHolds() {
        String[] parts = {
            "#0 ",
            "0x1f ",
            "in ",
            "f(",
            ")",
            "<",
            ">",
            "::",
            "operator",
            " at ",
            " from ",
            "+0x",
            "/0x",
            "[<",
            "]",
            "'",
            "`",
            "{lambda",
            "}",
            "==1==",
            "ERROR: ",
            "AddressSanitizer: ",
            "Check failed: ",
            "Assertion `",
            "' failed",
            "signal ",
            "SIGSEGV",
            "\n",
            "\n",
            "  ",
            "!",
            ": runtime error: ",
            "BUG: ",
            "frame #",
            "1 ",
            "(",
            "pc ",
            "_ZN",
            "3fooE",
            "$_0",
            "~",
            "FATAL:",
            "]",
            "F0812 ",
            "Thread ",
            "crashed",
            "@ ",
            ":",
            "Cause: [",
            " [",
            "vs. ",
            "😀",
            "Fatal error: ",
            ".swift",
            "MOZ_CRASH(",
            "C  [",
            "RIP: ",
            "$LT$",
            "$u7b$",
            "\u0000",
            ".",
            "thread '",
            "' panicked at ",
            "ASSERT: \"",
            ", file ",
            "I",
            "S_",
            "99999999999",
        };
        Random random = new Random(42);
        for (int turn = 0; turn < 20_000; turn++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String report = text.toString();
            assertThatCode(() -> CrashReports.read(report)).as(report).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "(",
                "{",
                "[",
                "'",
                "`",
                "::",
                "a",
                "operator",
                "_ZN1aI",
                "$_0::",
                "#0 0x1 "
            })
    void endsOnNamesThatNeverDo(String part) {
        String report = "==1==ERROR: AddressSanitizer: x on\n#0 0x1 in " + part.repeat(20_000);

        assertThat(CrashReports.read(report)).isPresent();
    }
}
