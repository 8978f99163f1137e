package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.trace.Language;
import java.util.Set;

/// Which frames are not the application's: they say how a crash was noticed or how a call got
/// there, not whose it is.
///
/// What is not known here counts as the application's.
final class NativeLibraries {

    /// The outermost namespace, class or package.
    private static final Set<String> NAMESPACES =
            Words.set(
                    """
                    # C++: standard libraries, and what stands in for them
                    std boost absl __gnu_cxx __cxxabiv1 abi eastl folly
                    # Swift and Apple's frameworks
                    Swift Foundation SwiftUI UIKit
                    # Sanitizers and fuzzing engines
                    __asan __msan __tsan __hwasan __lsan __ubsan __memprof __dfsan __sanitizer
                    __interception __scudo scudo gwp_asan fuzzer fuzztest centipede honggfuzz
                    testing::internal
                    # Crash handlers
                    google_breakpad crashpad breakpad backward cpptrace crash_dump
                    """);

    /// The same of Rust and Go; in C++ such names are anyone's.
    private static final Set<String> CRATES_AND_PACKAGES =
            Words.set(
                    """
                    core alloc backtrace rustc_demangle libfuzzer_sys proc_macro tokio rayon
                    rayon_core parking_lot runtime runtime/debug syscall testing
                    """);

    /// The two outermost, of code bases whose outermost one holds everything.
    private static final Set<String> INNER_NAMESPACES =
            Words.set(
                    """
                    # Chromium: logging, crash dumps, binding and running of tasks
                    base::debug base::internal base::allocator base::Callback
                    base::RepeatingCallback base::OnceCallback base::TaskAnnotator
                    base::MessageLoop base::RunLoop base::MessagePumpDefault
                    base::sequence_manager logging::LogMessage logging::CheckError
                    logging::NotReachedError v8::base node::Abort node::OnFatalError
                    partition_alloc::internal allocator_shim::internal
                    # Others
                    google::LogMessage google::LogMessageFatal android::base android::sp
                    android::CallStack QtPrivate::QSlotObject testing::Test testing::TestInfo
                    testing::TestSuite testing::UnitTest
                    """);

    /// Whole names without a namespace.
    private static final Set<String> FUNCTIONS =
            Words.set(
                    """
                    # Starts of programs and threads
                    main wmain WinMain wWinMain WinMainCRTStartup mainCRTStartup invoke_main
                    start _start _start_c clone clone3 start_thread thread_start
                    BaseThreadInitThunk RtlUserThreadStart _main UIApplicationMain
                    NSApplicationMain
                    # Signals and ends of processes
                    abort raise gsignal kill tgkill tkill pthread_kill exit _exit quick_exit
                    terminate abort_message demangling_terminate_handler
                    demangling_unexpected_handler sigaction sigreturn killpg DebugBreak
                    RaiseException RtlRaiseException ExitProcess TerminateProcess
                    UnhandledExceptionFilter KiUserExceptionDispatcher
                    KiRaiseUserExceptionDispatcher exc_handler
                    # Memory
                    malloc calloc realloc reallocarray free cfree memalign posix_memalign
                    aligned_alloc valloc strdup strndup wcsdup
                    HeapAlloc HeapFree RtlAllocateHeap
                    RtlFreeHeap xmalloc xrealloc xcalloc g_malloc g_malloc0 g_realloc g_free
                    mmap munmap sbrk
                    # Blocks of memory and strings
                    memcpy memmove memset memcmp memchr memrchr mempcpy bcopy bzero bcmp strlen
                    strnlen strcpy strncpy strlcpy strcat strncat strlcat strcmp strncmp
                    strcasecmp strncasecmp strchr strrchr strstr strtok strspn strcspn strpbrk
                    wcslen wcscpy wmemcpy wmemset printf fprintf sprintf snprintf vprintf
                    vfprintf vsprintf vsnprintf vasprintf asprintf scanf sscanf vsscanf atoi
                    atol strtol strtoul strtod qsort bsearch puts fputs fread fwrite fgets
                    # Waiting
                    poll ppoll select pselect epoll_wait nanosleep usleep sleep futex syscall
                    wait wait4 waitpid read write recv send getaddrinfo gethostbyname
                    pthread_cond_wait pthread_join pthread_create mach_msg_trap mach_msg
                    ZwWaitForSingleObject NtWaitForSingleObject
                    # Objective-C and Swift
                    objc_msgSend objc_msgSendSuper2 objc_release objc_retain
                    objc_exception_throw objc_storeStrong objc_autoreleasePoolPop swift_release
                    swift_retain swift_unexpectedError
                    # GLib's and others' ways to report and to die
                    g_log g_logv g_log_structured_array g_assertion_message
                    g_assertion_message_expr g_return_if_fail_warning g_error panic backtrace
                    CrashTrampolineAsm dump_stack dump_stack_lvl __dump_stack show_stack
                    dump_backtrace show_regs print_report print_address_description kasan_report
                    kasan_report_error kasan_object_err check_memory_region check_region_inline
                    dump_header oops_begin oops_end die no_context bad_area bad_area_nosemaphore
                    do_page_fault exc_page_fault asm_exc_page_fault page_fault do_trap
                    invalid_op do_error_trap exc_invalid_op asm_exc_invalid_op
                    general_protection exc_general_protection asm_exc_general_protection
                    error_entry report_bug handle_bug fixup_bug ubsan_epilogue warn_slowpath_fmt
                    warn_slowpath_null kmsan_report kcsan_report el1_sync do_mem_abort
                    do_translation_fault el1h_64_sync el1_abort die_kernel_fault
                    # The kernel's ways in
                    entry_SYSCALL_64_after_hwframe entry_SYSCALL_64_fastpath do_syscall_64
                    do_syscall_x64 ret_from_fork ret_from_fork_asm kthread worker_thread
                    process_one_work process_scheduled_works el0_svc el0_svc_common el0t_64_sync
                    ret_fast_syscall
                    # Fuzzing engines and their wrappers
                    HonggfuzzRunOneInput HonggfuzzRunFromFile HonggfuzzMain HF_strcmp HF_memcmp
                    rust_fuzzer_test_input rust_panic rust_begin_unwind ExecuteFilesOnyByOne
                    execute_one_input
                    """);

    /// Beginnings of names without a namespace, most of them reserved ones.
    private static final String[] PREFIXES =
            Words.list(
                    """
                    # Sanitizers
                    __asan_ __msan_ __tsan_ __hwasan_ __lsan_ __ubsan_ __sanitizer_ __kasan_
                    __kmsan_ __kcsan __interceptor_ ___interceptor_ __wrap_ asan_ kasan_ kfence_
                    kmsan_ __scrt_ __cfi_
                    # C libraries
                    __libc_ __GI_ __pthread_ pthread_ _pthread_ __mem __str __aeabi_ __start_
                    __bionic_ __restore_rt __kernel_ __vfprintf __printf __fortify __stack_chk_
                    __chk_fail __ctype __new_ __poll __wait4 __select _IO_ _nl_ _dl_ libc_start
                    malloc_ _int_malloc _int_free _int_realloc sysmalloc unlink_chunk __send
                    __recv __dls
                    # Exceptions
                    __cxa_ _Unwind_ __gxx_ _CxxThrow __CxxFrameHandler _objc_ __raise __abort
                    __rust_ rust_eh_ ___rust_ __cxx_global_ _GLOBAL__sub_
                    # Windows' C runtime
                    _invalid_parameter __scrt __security_ __report_ _invoke_watson
                    # Apple's dispatching
                    _dispatch_ dispatch_async dispatch_sync __CF _CF CFRunLoop __NS _NS
                    start_wqthread _swift_
                    # The kernel's entries
                    __x64_sys_ __se_sys_ __do_sys_ __arm64_sys_ __ia32_sys_ SYSC_ SyS_ asm_exc_
                    asm_sysvec_
                    """);

    /// Parts of names that tell, in every code base, how it stops when it must not go on. They
    /// count only above the application's first frame.
    private static final String[] ENDS =
            Words.list(
                    """
                    fatal logmessage checkfail check_fail checkerror notreached dcheck assert
                    panic crashimmediately immediatecrash wtfcrash mozcrash moz_crash
                    breakdebugger breakinto debugbreak unreachable stacktrace stack_trace
                    backtrace printstack dumpstack stackdump signalhandler signal_handler
                    sighandler crashhandler crash_handler terminatehandler deathcallback
                    crashcallback wtfreportbacktrace outofmemory bad_alloc checkstacklimit
                    unwrap_failed expect_failed verifyfailed oomfailure fprintf raiseerror abort invalid_arg
                    """);

    /// Calls that only pass something on, where they are printed without what they belong to.
    private static final Set<String> WRAPPERS =
            Words.set(
                    """
                    operator() operator-> operator* operator[] operator=
                    operator== Invoke invoke __invoke RunImpl MakeItSo forward move swap
                    construct destroy allocate deallocate ~unique_ptr ~shared_ptr ~vector
                    ~basic_string ~pair ~tuple call_once addressof emplace_back push_back lambda
                    """);

    /// Parts of the paths of sources.
    private static final String[] SOURCES =
            Words.list(
                    """
                    /include/c++/ /libc++/ /libcxx/ /libcxxabi/ libstdc++ /bits/stl_
                    compiler-rt/ libsanitizer/ /glibc /eglibc sysdeps/ /bionic/ /musl/
                    lib/Fuzzer/ FuzzerLoop.cpp FuzzerDriver.cpp FuzzerMain.cpp honggfuzz/
                    afl_driver.cpp /rustc/ rustlib/src/ bind_internal.h /callback.h functional.h
                    base/functional/ mm/kasan/ \\vctools\\ \\ucrt\\ /abseil-cpp/ googletest/
                    registry/src/ /goroot/ /usr/include/ /usr/lib/ \\minkernel\\
                    StandardFuzzTargetMain libc-start.c
                    """);

    /// Beginnings of the file names of systems' own libraries, in small letters.
    private static final String[] BINARIES =
            Words.list(
                    """
                    # Unix and Android
                    libc. libc- libc++ libpthread libstdc++ libm. libm- libgcc libdl ld- ld.
                    [vdso [kernel linux-gate linux-vdso libart. libutils. liblog. libclang_rt
                    libasan libubsan libtsan libsystem_ libobjc libdispatch libswift dyld libxpc
                    libunwind libbase. libandroid_runtime
                    # Apple's frameworks
                    corefoundation foundation uikitcore uikit appkit graphicsservices quartzcore
                    libnetwork cfnetwork hitoolbox
                    # Windows
                    ntdll kernel32 kernelbase ucrtbase msvcrt msvcp vcruntime user32 gdi32
                    combase ole32 rpcrt4 win32u verifier clr.dll mscor coreclr
                    # The JVM
                    libjvm jvm.dll libjava. libjli
                    """);

    private NativeLibraries() {}

    /// @param top whether no frame of the application came before
    static boolean own(Language language, NativeName name, FrameLine line, boolean top) {
        return ownByName(name)
                || (language != Language.NATIVE
                        && CRATES_AND_PACKAGES.contains(Scan.before(name.module(), "::")))
                || (top && isEnd(name))
                || holds(SOURCES, line.path())
                || ownBinary(line.binary());
    }

    private static boolean ownByName(NativeName name) {
        String module = name.module();
        String function = name.function();
        if (module.isEmpty()) {
            return FUNCTIONS.contains(function)
                    || WRAPPERS.contains(function)
                    || function.startsWith("operator new")
                    || function.startsWith("operator delete")
                    || begins(PREFIXES, function);
        }
        int end = module.indexOf("::");
        if (end < 0) {
            return NAMESPACES.contains(Scan.before(module, "."))
                    || INNER_NAMESPACES.contains(module + "::" + function);
        }
        int next = module.indexOf("::", end + 2);
        return NAMESPACES.contains(module.substring(0, end))
                || INNER_NAMESPACES.contains(next < 0 ? module : module.substring(0, next));
    }

    /// Compared without regard to case, as every code base spells these as it likes.
    private static boolean isEnd(NativeName name) {
        String function = name.function();
        if (function.isEmpty()) {
            return false;
        }
        String last = name.module().substring(name.module().lastIndexOf(':') + 1);
        for (String end : ENDS) {
            if (holdsWord(function, end) || holdsWord(last, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsWord(String text, String word) {
        int last = text.length() - word.length();
        char first = word.charAt(0);
        for (int i = 0; i <= last; i++) {
            if ((text.charAt(i) | 0x20) == first
                    && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    static boolean ownBinary(String binary) {
        if (binary.isEmpty()) {
            return false;
        }
        String file = Scan.fileName(binary);
        for (String prefix : BINARIES) {
            if (file.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return binary.startsWith("/apex/") || binary.startsWith("/usr/lib/system/");
    }

    private static boolean begins(String[] prefixes, String text) {
        for (String prefix : prefixes) {
            if (text.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String[] parts, String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (String part : parts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
