package dev.faultline.grouping.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.grouping.Fingerprint;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Traces as eight runtimes print them: lines, columns, addresses and ids differ between two
/// occurrences of a fault, functions between two faults.
class GroupingV1LanguagesTest {

    /// @param trace with `LINE` where a line number stands, `ADDRESS` for an address, `FUNCTION`
    ///   for the name of the failing function
    record TraceForm(String language, String trace) {

        Fingerprint fingerprint(int id, String function) {
            String printed =
                    trace.replace("LINE", Integer.toString(id))
                            .replace("ADDRESS", Integer.toHexString(id * 7_919))
                            .replace("FUNCTION", function)
                            .replace("ID", Integer.toString(id));
            return GroupingV1.fingerprint("Order %d not found".formatted(id), printed, "shop");
        }

        @Override
        public String toString() {
            return language;
        }
    }

    static Stream<TraceForm> forms() {
        return Stream.of(
                new TraceForm(
                        "Java",
                        """
                        shop.OrderNotFound: Order ID not found
                        \tat shop.Orders.FUNCTION(Orders.java:LINE)
                        \tat java.base/java.lang.Thread.run(Thread.java:LINE)
                        Caused by: java.sql.SQLException: no row ID
                        \tat shop.Database.read(Database.java:LINE)
                        \t... 12 more
                        """),
                new TraceForm(
                        "JavaScript",
                        """
                        Error: Order ID not found
                            at FUNCTION (/app/src/orders.js:LINE:11)
                            at async Router.handle (file:///app/src/router.mjs:LINE:5)
                            at /app/src/main.js:LINE:3
                        """),
                new TraceForm(
                        "Python",
                        """
                        Traceback (most recent call last):
                          File "/app/shop/main.py", line LINE, in <module>
                            main()
                          File "/app/shop/orders.py", line LINE, in FUNCTION
                            raise OrderNotFound(order_id)
                        shop.OrderNotFound: Order ID not found
                        """),
                new TraceForm(
                        "Go",
                        """
                        panic: Order ID not found

                        goroutine ID [running]:
                        shop/orders.FUNCTION(0xcADDRESS, 0x2)
                        \t/app/orders/FUNCTION.go:LINE +0xADDRESS
                        main.main()
                        \t/app/main.go:LINE +0xADDRESS
                        exit status 2
                        """),
                new TraceForm(
                        "C#",
                        """
                        Shop.OrderNotFoundException: Order ID not found
                           at Shop.Orders.FUNCTION(Int32 id) in /app/Orders.cs:line LINE
                           at Shop.Program.Main(String[] args) in /app/Program.cs:line LINE
                        """),
                new TraceForm(
                        "Ruby",
                        """
                        /app/orders.rb:LINE:in `FUNCTION': Order ID not found (OrderNotFound)
                        \tfrom /app/orders.rb:LINE:in `block in FUNCTION'
                        \tfrom /app/main.rb:LINE:in `<main>'
                        """),
                new TraceForm(
                        "PHP",
                        """
                        PHP Fatal error:  Uncaught OrderNotFound: Order ID not found in /app/Orders.php:LINE
                        Stack trace:
                        #0 /app/Cart.php(LINE): Shop\\Orders->FUNCTION(ID)
                        #1 {main}
                          thrown in /app/Orders.php on line LINE
                        """),
                new TraceForm(
                        "Rust",
                        """
                        thread 'main' panicked at src/orders.rs:LINE:9:
                        Order ID not found
                        stack backtrace:
                           0: rust_begin_unwind
                                     at /rustc/ADDRESS/library/std/src/panicking.rs:LINE:5
                           1: shop::orders::FUNCTION
                                     at ./src/orders.rs:LINE:9
                        """));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void groupsTheSameFault(TraceForm form) {
        assertThat(form.fingerprint(17, "find")).isEqualTo(form.fingerprint(123_456, "find"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void separatesDifferentFaults(TraceForm form) {
        assertThat(form.fingerprint(17, "find")).isNotEqualTo(form.fingerprint(17, "cancel"));
    }
}
