package dev.faultline.grouping.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackShapeTest {

    @Test
    void takesTheRootCausesTypeAndTheApplicationFramesFromThereOutwards() {
        assertThat(
                        shape(
                                """
                                jakarta.servlet.ServletException: failed
                                \tat shop.web.Filter.filter(Filter.java:9)
                                Caused by: shop.NotFound: Order 17 not found
                                \tat java.base/java.util.Optional.orElseThrow(Optional.java:403)
                                \tat app//shop.Orders.lambda$find$0(Orders.java:42)
                                \tat shop.Orders$$SpringCGLIB$$0.find(<generated>)
                                \tat shop.Cart$1.pay(Cart.java:7)
                                \t... 12 more
                                """))
                .containsExactly(
                        "shop.NotFound",
                        "shop.Orders.find",
                        "shop.Cart.pay",
                        "shop.web.Filter.filter");
    }

    @Test
    void readsPythonFromTheEndAndItsFirstErrorAsTheCause() {
        assertThat(
                        shape(
                                """
                                Traceback (most recent call last):
                                  File "/srv/3/shop/cart.py", line 7, in pay
                                    find(order)
                                  File "/srv/3/shop/orders.py", line 42, in find
                                KeyError: 'x'

                                During handling of the above exception, another exception occurred:

                                Traceback (most recent call last):
                                  File "/srv/3/shop/web.py", line 1, in handle
                                RuntimeError: failed
                                """))
                .containsExactly("KeyError", "orders.py find", "cart.py pay", "web.py handle");
    }

    @Test
    void readsDotNetsInnermostError() {
        assertThat(
                        shape(
                                """
                                System.AggregateException: failed
                                 ---> Shop.NotFound: Order 17
                                   at Shop.Orders.<FindAsync>d__12.MoveNext() in /src/Orders.cs:line 42
                                   --- End of inner exception stack trace ---
                                   at Shop.Web.Handle(Int32 id)
                                """))
                .containsExactly("Shop.NotFound", "Shop.Orders.FindAsync", "Shop.Web.Handle");
    }

    @Test
    void readsGoUpToWhereTheGoroutineWasStarted() {
        assertThat(
                        shape(
                                """
                                panic: no order of Joe Smith

                                goroutine 7 [running]:
                                panic({0x1, 0x2})
                                \t/usr/local/go/src/runtime/panic.go:884 +0x1
                                shop/orders.(*Repository).Find.func2(0xc000012345, {0x1, 0x2})
                                \t/app/orders/find.go:42 +0x1d
                                created by net/http.(*Server).Serve
                                \t/usr/local/go/src/net/http/server.go:3086 +0x1
                                """))
                .containsExactly("no order of *", "shop/orders.(*Repository).Find");
    }

    @Test
    void takesAPhpFramesFileFromTheLineAbove() {
        assertThat(
                        shape(
                                """
                                PDOException: SQLSTATE[23000]: duplicate in /app/vendor/x/Db.php:1
                                #0 /app/src/Orders.php(42): Acme\\Db->insert(1)
                                #1 /app/src/Cart.php(7): Shop\\Orders->save('x')
                                #2 {main}
                                """))
                .containsExactly("PDOException", "23000", "Shop\\Orders::save");
    }

    @Test
    void takesTheTypeFromTheMessageIfTheTraceHasNone() {
        assertThat(StackShape.of("TypeError: x is null", "find@https://shop.test/app.js:1:2\n"))
                .containsExactly("TypeError", "app.js find");
    }

    @Test
    void countsEachFunctionOfARecursionOnce() {
        String frame = "\tat shop.Tree.walk(Tree.java:3)\n";
        String root = "\tat shop.Main.main(Main.java:1)\n";

        assertThat(shape("a.Deep: x\n" + frame.repeat(500) + root))
                .isEqualTo(shape("a.Deep: x\n" + frame + root));
    }

    @Test
    void takesLibraryFramesIfThereAreNoOthers() {
        assertThat(shape("a.B: x\n\tat java.util.List.of(List.java:1)\n"))
                .containsExactly("a.B", "java.util.List.of");
    }

    @Test
    void readsOtherLanguagesByFileAndLine() {
        assertThat(
                        shape(
                                "** (KeyError) x\n    (shop 0.1.0) lib/orders.ex:42: Shop.Orders.find/1\n"))
                .contains("orders.ex Shop.Orders.find/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "main.3f2a1b9c.js?v=1 → main.js",
                "https://shop.test/index-BxY12kQz.js → index.js",
                "C:\\shop\\orders.py → orders.py",
                "order_service2.rb → order_service2.rb"
            })
    void namesFilesWithoutHashesAndFolders(String path, String name) {
        assertThat(FileName.of(path)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "Shop.Orders.<>c__DisplayClass7_0.<Find>b__3 → Shop.Orders.Find",
                "Shop.Orders.<Find>g__Inner|5_2 → Shop.Orders.Find",
                "shop::Orders<T>::find::{{closure}}::h0123456789abcdef → shop::Orders::find",
                "<shop::Orders as core::Find>::find → shop::Orders::find",
                "block (2 levels) in find → find",
                "async Object.find [as run] → find",
                "shop.Orders$1.find → shop.Orders.find"
            })
    void namesFunctionsWithoutWhatCompilersAdd(String printed, String name) {
        assertThat(FunctionName.clean(printed)).isEqualTo(name);
    }

    private static List<String> shape(String trace) {
        return StackShape.of("Boom", trace);
    }
}
