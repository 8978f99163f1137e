package dev.faultline.grouping.trace.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.grouping.trace.StackFrame;
import dev.faultline.grouping.trace.TracedError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CrashReportsTest {

    @ParameterizedTest
    @MethodSource("reports")
    void readsTheKindOfCrashAndTheApplicationsFrames(
            String type, List<String> frames, String report) {
        TracedError error = CrashReports.read(report).orElseThrow().errors().getFirst();

        assertThat(error.type()).isEqualTo(type);
        assertThat(
                        error.frames().stream()
                                .filter(StackFrame::inApp)
                                .map(CrashReportsTest::shown)
                                .toList())
                .startsWith(frames.toArray(String[]::new));
    }

    @Test
    void readsTheSameFromAnotherRun() {
        String run =
                """
                ==%1$d==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60%1$d at pc 0x55%1$d
                READ of size %1$d at 0x60%1$d thread T%1$d
                    #0 0x55%1$d in get(unsigned long) /build-%1$d/src/a.cc:%1$d:15
                    #1 0x56%1$d in run /build-%1$d/src/b.cc:%1$d
                0x60%1$d is located %1$d bytes after %1$d-byte region
                """;

        TracedError first = CrashReports.read(run.formatted(12)).orElseThrow().errors().getFirst();
        TracedError next = CrashReports.read(run.formatted(987)).orElseThrow().errors().getFirst();

        assertThat(next.type()).isEqualTo(first.type());
        assertThat(next.frames().stream().map(CrashReportsTest::shown))
                .containsExactlyElementsOf(
                        first.frames().stream().map(CrashReportsTest::shown).toList());
    }

    @Test
    void tellsNullFromWildPointersAndReadsFromWrites() {
        String report =
                """
                ==1==ERROR: AddressSanitizer: SEGV on unknown address 0x01 (pc 0x1 bp 0x2 sp 0x3 T0)
                ==1==The signal is caused by a %s memory access.
                %s
                    #0 0x4f in get /src/a.c:1
                """;

        assertThat(
                        Stream.of(
                                        report.formatted("READ", ""),
                                        report.formatted("WRITE", ""),
                                        report.formatted(
                                                "READ", "Hint: address points to the zero page."))
                                .map(text -> CrashReports.read(text).orElseThrow())
                                .map(trace -> trace.errors().getFirst().type()))
                .containsExactly("SIGSEGV READ", "SIGSEGV WRITE", "SIGSEGV null-dereference READ");
    }

    @Test
    void keepsWhatAnAssertionSaid() {
        TracedError error =
                CrashReports.read(
                                "Assertion failed: (n > 0), function pop, file heap.c, line 42.\n")
                        .orElseThrow()
                        .errors()
                        .getFirst();

        assertThat(error.text()).isEqualTo("(n > 0)");
        assertThat(error.frames().getFirst().module()).isEqualTo("heap.c");
    }

    private static String shown(StackFrame frame) {
        return frame.module().isEmpty()
                ? frame.function()
                : frame.module() + "::" + frame.function();
    }

    private static Arguments report(String type, List<String> frames, String text) {
        return Arguments.of(type, frames, text);
    }

    static List<Arguments> reports() {
        return List.of(
                report(
                        "AddressSanitizer: heap-use-after-free READ",
                        List.of("shop::Cart::total", "shop::Order::close"),
                        """
                        =================================================================
                        ==4711==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000004efe at pc 0x55a6 bp 0x7ffd sp 0x7ffd
                        READ of size 8 at 0x602000004efe thread T0
                            #0 0x55a6437f16c6 in std::__1::vector<int, std::__1::allocator<int>>::size() const /usr/include/c++/v1/vector:10:15
                            #1 0x55a6437dca44 in shop::(anonymous namespace)::Cart::total(std::__1::vector<int> const&) const src/cart.cc:24:49
                            #2 0x55a6437ea4cf in bool shop::Order::close<true>(int) src/order.cc:360:24
                            #3 0x7f2af34fdbbc in __libc_start_main (/lib/x86_64-linux-gnu/libc.so.6+0x26bbc) (BuildId: 1f2e)
                        0x602000004efe is located 16 bytes inside of 112-byte region
                        freed by thread T0 here:
                            #0 0x7efd42e32fdb in __interceptor_free
                            #1 0x7efd4a19be58 in shop::drop() src/drop.cc:1:1
                        SUMMARY: AddressSanitizer: heap-use-after-free src/cart.cc:24:49 in total
                        """),
                report(
                        "SIGSEGV null-dereference WRITE",
                        List.of("parse_header", "LLVMFuzzerTestOneInput"),
                        """
                        ==12==ERROR: AddressSanitizer: SEGV on unknown address 0x000000000008 (pc 0x1 bp 0x2 sp 0x3 T0)
                        ==12==The signal is caused by a WRITE memory access.
                        ==12==Hint: address points to the zero page.
                            #0 0x4f13bb in memcpy
                            #1 0x4f13bb in parse_header.isra.0 /src/lib/header.c:12:3
                            #2 0x4f13bc in LLVMFuzzerTestOneInput /src/fuzz.c:3:1
                            #3 0x4f13bd in fuzzer::Fuzzer::ExecuteCallback(unsigned char const*, unsigned long) FuzzerLoop.cpp:1
                        """),
                report(
                        "MemorySanitizer: use-of-uninitialized-value",
                        List.of("decode", "read_all"),
                        """
                        ==9==WARNING: MemorySanitizer: use-of-uninitialized-value
                            #0 0x4a1 in decode /src/d.c:5:7
                            #1 0x4a2 in read_all /src/r.c:5:7

                          Uninitialized value was created by a heap allocation
                            #0 0x4a3 in malloc
                            #1 0x4a4 in make /src/m.c:1:1
                        """),
                report(
                        "AddressSanitizer: stack-overflow",
                        List.of("parse_a", "parse_b"),
                        """
                        ==7==ERROR: AddressSanitizer: stack-overflow on address 0x7ffe (pc 0x4 bp 0x7 sp 0x7 T0)
                            #0 0x43 in alloc_node x.c:1
                            #1 0x44 in parse_b x.c:2
                            #2 0x45 in parse_a x.c:2
                            #3 0x44 in parse_b x.c:2
                            #4 0x45 in parse_a x.c:2
                        """),
                report(
                        "NSInvalidArgumentException",
                        List.of("CartController::show:"),
                        """
                        Exception Type:        EXC_CRASH (SIGABRT)
                        *** Terminating app due to uncaught exception 'NSInvalidArgumentException', reason: '-[NSNull length]: unrecognized selector sent to instance 0x1f'
                        Last Exception Backtrace:
                        0   CoreFoundation                	0x1a2 __exceptionPreprocess + 164
                        1   libobjc.A.dylib               	0x1a3 objc_exception_throw + 60
                        2   Shop                          	0x1a4 -[CartController show:] + 112
                        Thread 0 Crashed:
                        0   libsystem_kernel.dylib        	0x1b2 __pthread_kill + 8
                        1   libsystem_c.dylib             	0x1b3 abort + 100
                        """),
                report(
                        "out-of-memory",
                        List.of(
                                "Reached heap limit Allocation failed - JavaScript heap out of memory"),
                        """
                        FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory
                         1: 0xb7c560 node::Abort() [node]
                         2: 0xa94834 void node::FPrintF<>(_IO_FILE*, char const*) [node]
                        """),
                report(
                        "Fatal error",
                        List.of("ACart::Total", "ACart::Tick"),
                        """
                        Fatal error: [File:D:\\build\\Core\\Array.h] [Line: 674]
                        0x00007ff8a1 Editor-Core.dll!FDebug::CheckVerifyFailedImpl() [D:\\build\\AssertionMacros.cpp:461]
                        0x00007ff8a2 Editor-Shop.dll!ACart::Total() [D:\\shop\\Cart.cpp:12]
                        0x00007ff8a3 Editor-Shop.dll!ACart::Tick() [D:\\shop\\Cart.cpp:20]
                        """),
                report(
                        "Assertion",
                        List.of("List.cpp::mLength > <n>", "dom::List::Get"),
                        """
                        Assertion failure: mLength > 0, at /builds/dom/List.cpp:123
                        #01: dom::List::Get(unsigned int) [dom/List.cpp:123]
                        #02: ???[libxul.so +0x1234]
                        """),
                report(
                        "",
                        List.of("greet"),
                        """
                        #0  0x00007ffff7e3 in __strlen_avx2 () from /lib64/libc.so.6
                        #1  0x0000000000401 in greet (name=0x0) at hello.c:5
                        #2  0x0000000000402 in main () at hello.c:9
                        """),
                report(
                        "SIGILL",
                        List.of("libgame.so::<unknown>"),
                        """
                        Fatal signal 4 (SIGILL), code 1 (ILL_ILLOPC), fault addr 0x1f in tid 12 (game)
                        backtrace:
                              #00 pc 0000000000001234  /data/app/lib/libgame.so
                              #01 pc 0000000000004321  /system/lib64/libc.so
                        """),
                report(
                        "UndefinedBehaviorSanitizer: signed-integer-overflow",
                        List.of("codec.c"),
                        "lib/codec.c:12:3: runtime error: signed integer overflow: 2147483647 + 1"
                                + " cannot be represented in type 'int'\n"),
                report(
                        "UndefinedBehaviorSanitizer: null-dereference READ",
                        List.of("shape::load"),
                        """
                        shape.cpp:184:49: runtime error: load of null pointer of type 'double'
                            #0 0x1466597 in shape::load(char const*) /src/shape.cpp:184:49
                        """),
                report(
                        "ThreadSanitizer: data race",
                        List.of("Counter::add", "worker"),
                        """
                        WARNING: ThreadSanitizer: data race (pid=19219)
                          Write of size 4 at 0x7fcf47b21bc0 by thread T1:
                            #0 Counter::add(int) counter.cc:4:10 (app+0xa300)
                            #1 worker(void*) counter.cc:9 (app+0xa310)

                          Previous write of size 4 at 0x7fcf47b21bc0 by main thread:
                            #0 main counter.cc:10 (app+0xa360)
                        """),
                report(
                        "LeakSanitizer: memory leak",
                        List.of("Cache::grow", "Cache::put"),
                        """
                        ==31==ERROR: LeakSanitizer: detected memory leaks

                        Direct leak of 196608 byte(s) in 3 object(s) allocated from:
                            #0 0x7f1d1174876b in operator new[](unsigned long)
                            #1 0x7f1bb40eebec in Cache::grow(unsigned long) /src/cache.cpp:69
                            #2 0x7f1bb40eebed in Cache::put(int) /src/cache.cpp:70
                        """),
                report(
                        "libFuzzer: timeout",
                        List.of("spin", "LLVMFuzzerTestOneInput"),
                        """
                        ==88== ERROR: libFuzzer: timeout after 26 seconds
                            #0 0x4e0861 in __sanitizer_print_stack_trace (/out/f+0x4e0861)
                            #1 0x458687 in fuzzer::PrintStackTrace() (/out/f+0x458687)
                            #2 0x43ca9f in spin (/out/f+0x43ca9f) (BuildId: 53)
                            #3 0x43cb9f in LLVMFuzzerTestOneInput (/out/f+0x43cb9f)
                        """),
                report(
                        "Check failed",
                        List.of("fling.cc::velocity > <n>", "ui::Fling::Fling"),
                        """
                        [151:30:0603/143054:187:FATAL:fling.cc(48)] Check failed: velocity > 0 (0 vs. 0)
                        #0 0x7fe0a8a5f4a1 base::debug::StackTrace::StackTrace()
                        #1 0x7fe0ad92d88f logging::LogMessage::~LogMessage()
                        #2 0x7fe0b50ae7f6 ui::Fling::Fling()
                        #3 0x7fe0737063a7 <unknown>
                        """),
                report(
                        "Check failed",
                        List.of("mark.h::!IsImpossible(bit)"),
                        """
                        #
                        # Fatal error in ../../src/heap/mark.h, line 54
                        # Check failed: !IsImpossible(bit).
                        #
                        ==== C stack trace ===============================

                         1: 0xb29b0f4
                         2: 0xb29b722
                        """),
                report(
                        "SIGSEGV",
                        List.of("abc::def", "run"),
                        """
                        Received signal 11 SEGV_MAPERR 000000000008
                        #0 0x7fdf1ae337a8 base::debug::(anonymous namespace)::StackDumpSignalHandler()
                        #1 0x7fdf1ae337a8 abc::def()
                        #2 0x7fdf1ae337a9 run()
                        [end of stack trace]
                        """),
                report(
                        "SIGSEGV",
                        List.of("Player::tick", "Java_com_shop_Player_tick"),
                        """
                        *** *** *** *** *** *** *** *** *** *** *** *** *** *** *** ***
                        pid: 10823, tid: 10856, name: RenderThread  >>> com.shop <<<
                        signal 11 (SIGSEGV), code 1 (SEGV_MAPERR), fault addr 0x10
                            x0  0000000000000000  x1  0000000000000006

                        backtrace:
                              #00 pc 000000000004f1a0  /apex/com.android.runtime/lib64/bionic/libc.so (strlen+16) (BuildId: 1f)
                              #01 pc 0000000000012344  /data/app/com.shop-1/lib/arm64/libplayer.so (Player::tick(int)+64)
                              #02 pc 0000000000012388  /data/app/com.shop-1/lib/arm64/libplayer.so (Java_com_shop_Player_tick+12)
                        """),
                report(
                        "SIGABRT",
                        List.of("Model::save", "Model::run"),
                        """
                        Program received signal SIGABRT, Aborted.
                        #0  __GI_raise (sig=sig@entry=6) at ../sysdeps/unix/sysv/linux/raise.c:50
                        #1  0x00007ffff7dc8859 in __GI_abort () at abort.c:79
                        #2  0x0000555555555171 in Model::save (this=0x7ff, path="x (1)") at model.cpp:12
                        #3  0x0000555555555181 in Model::run () at model.cpp:20
                        #4  0x0000555555555191 in main () at model.cpp:30
                        """),
                report(
                        "EXC_BAD_ACCESS",
                        List.of("shop::Cart::total", "shop::Cart::print"),
                        """
                        * thread #1, queue = 'com.apple.main-thread', stop reason = EXC_BAD_ACCESS (code=1, address=0x0)
                          * frame #0: 0x0000000100003f80 shop`shop::Cart::total(this=0x0) const + 12 at cart.cpp:7:12
                            frame #1: 0x0000000100003fa0 shop`shop::Cart::print() + 20 at cart.cpp:9
                            frame #2: 0x00007fff20336f3d libdyld.dylib`start + 1
                        """),
                report(
                        "EXC_BAD_ACCESS",
                        List.of("Foo::bar:baz:", "Shop.CartView.body::getter"),
                        """
                        Exception Type:  EXC_BAD_ACCESS (SIGSEGV)
                        Triggered by Thread:  1

                        Thread 0:
                        0   libsystem_kernel.dylib        	0x00000001a1 mach_msg_trap + 8
                        1   Other                         	0x00000001a2 idle + 8

                        Thread 1 Crashed:: Dispatch queue: com.apple.root
                        0   libobjc.A.dylib               	0x00000001b1 objc_msgSend + 16
                        1   Shop                          	0x00000001b2 -[Foo bar:baz:] + 112 (Foo.m:12)
                        2   Shop                          	0x00000001b3 Shop.CartView.body.getter : some + 96
                        3   libdispatch.dylib             	0x00000001b4 _dispatch_call_block_and_release + 24
                        """),
                report(
                        "EXCEPTION_ACCESS_VIOLATION",
                        List.of("shop::Cart::total", "shop::Cart::print"),
                        """
                        Crash reason:  EXCEPTION_ACCESS_VIOLATION_READ
                        Crash address: 0x8

                        Thread 0 (crashed)
                         0  app.exe!shop::Cart::total() [cart.cpp : 12 + 0x5]
                            eip = 0x0043a1  esp = 0x0012f
                            Found by: given as instruction pointer in context
                         1  app.exe!shop::Cart::print() [cart.cpp : 20 + 0x5]
                         2  kernel32.dll + 0x1337a
                        """),
                report(
                        "EXCEPTION_ACCESS_VIOLATION",
                        List.of("Render::Draw", "Render::Loop"),
                        """
                        (1a4.f8): Access violation - code c0000005 (first chance)
                        Child-SP          RetAddr           Call Site
                        000000bc`aeaaa440 00007ff8`c045e70d app!Render::Draw+0x7f
                        000000bc`aeaaa480 00007ff8`c045e6c5 app!Render::Loop+0x12 [c:\\src\\loop.cpp @ 12]
                        000000bc`aeaaa4e0 00007ff8`c02f21bc KERNEL32!BaseThreadInitThunk+0x14
                        """),
                report(
                        "double free or corruption",
                        List.of("drop_all", "finish"),
                        """
                        *** Error in `./prog': double free or corruption (out): 0x00007ffe ***
                        ======= Backtrace: =========
                        /lib/x86_64-linux-gnu/libc.so.6(+0x777e5)[0x7f3c]
                        ./prog(drop_all+0x12)[0x400a]
                        ./prog(finish+0x32)[0x401a]
                        """),
                report(
                        "KASAN: use-after-free READ",
                        List.of("tcp_check", "tcp_ack"),
                        """
                        [   57.345678][ T3123] BUG: KASAN: use-after-free in tcp_check+0x12/0x40
                        [   57.345679][ T3123] Read of size 8 at addr ffff8880 by task syz/3123
                        [   57.345680][ T3123] Call Trace:
                        [   57.345681][ T3123]  dump_stack+0x1d3/0x29f lib/dump_stack.c:118
                        [   57.345682][ T3123]  ? printk+0x12/0x40
                        [   57.345683][ T3123]  kasan_report+0x26/0x50 mm/kasan/common.c:12
                        [   57.345684][ T3123]  tcp_check+0x12/0x40 net/ipv4/tcp.c:12
                        [   57.345685][ T3123]  tcp_ack+0x12/0x40 [tcp_mod]
                        [   57.345686][ T3123]  do_syscall_64+0xf6/0x7d0

                        Allocated by task 3100:
                         kmalloc_it+0x12/0x40
                        """),
                report(
                        "BUG: unable to handle page fault",
                        List.of("foo_open", "vfs_open"),
                        """
                        BUG: unable to handle page fault for address: ffffed1
                        RIP: 0010:foo_open+0x12/0x40
                        Call Trace:
                         vfs_open+0x12/0x40
                         do_syscall_64+0x12/0x40
                        """),
                report(
                        "SIGSEGV",
                        List.of("fast_copy", "Java_com_shop_Fast_copy"),
                        """
                        #
                        # A fatal error has been detected by the Java Runtime Environment:
                        #
                        #  SIGSEGV (0xb) at pc=0x00007f12, pid=12, tid=13
                        #
                        # Problematic frame:
                        # C  [libfast.so+0x1234]  fast_copy+0x12
                        #
                        Native frames: (J=compiled Java code, V=VM code, C=native code)
                        C  [libfast.so+0x1234]  fast_copy+0x12
                        C  [libfast.so+0x1300]  Java_com_shop_Fast_copy+0x22
                        """),
                report(
                        "Assertion",
                        List.of("queue.c::q->len > <n>"),
                        "app: queue.c:12: push: Assertion `q->len > 0' failed.\nAborted (core dumped)\n"),
                report(
                        "Invalid read",
                        List.of("walk", "visit"),
                        """
                        ==123== Invalid read of size 4
                        ==123==    at 0x4005F2: walk (tree.c:12)
                        ==123==    by 0x400612: visit (tree.c:20)
                        ==123==    by 0x400632: main (tree.c:30)
                        ==123==  Address 0x5204044 is 0 bytes after a block of size 4 alloc'd
                        """),
                report(
                        "SIGSEGV",
                        List.of("db::Table::get", "db::Query::run"),
                        """
                        *** SIGSEGV (@0x0) received by PID 123 (TID 0x7f) from PID 0; stack trace: ***
                            @     0x7f5f12 (unknown)
                            @     0x55d1 db::Table::get()
                            @     0x55d2 db::Query::run()
                            @     0x7f5f13 __libc_start_main
                        """),
                report(
                        "panic",
                        List.of("config::utils::port", "rpc::fuzzing::fuzzer"),
                        """
                        thread '<unnamed>' panicked at 'no port', config/src/utils.rs:27:5
                        ==1==ERROR: AddressSanitizer: ABRT on unknown address 0x0001 (pc 0x7f bp 0x7f sp 0x7f T0)
                            #0 0x7f in gsignal raise.c:54
                            #1 0x55 in std::sys::unix::abort_internal::h3e3f989126541ea9 (.llvm.14040283905672493915) /rustc/b8ce/src/libstd/sys/unix/mod.rs:1
                            #2 0x56 in config::utils::port::h7d7baacfb554bae8 libra/config/src/utils.rs:27:4
                            #3 0x57 in rpc::fuzzing::fuzzer::hde487212e06dd4fd libra/rpc/src/fuzzing.rs:45:15
                        """),
                report(
                        "GWP-ASan: Use After Free",
                        List.of("Cache::touch"),
                        """
                        signal 11 (SIGSEGV), code 2 (SEGV_ACCERR), fault addr 0x7b
                        Cause: [GWP-ASan]: Use After Free, 0 bytes into a 32-byte allocation at 0x7b
                        backtrace:
                              #00 pc 0000000000001234  /data/app/lib/libx.so (Cache::touch()+12)

                        deallocated by thread 123:
                              #00 pc 0000000000004321  /data/app/lib/libx.so (Cache::drop()+12)
                        """),
                report(
                        "std::out_of_range",
                        List.of("Grid::at", "Grid::draw"),
                        """
                        terminate called after throwing an instance of 'std::out_of_range'
                          what():  vector::_M_range_check: __n (which is 5) >= this->size()
                         0# Grid::at(int) at /src/grid.cpp:12
                         1# Grid::draw() in ./app
                         2# __libc_start_main in /lib/libc.so.6
                        """));
    }
}
