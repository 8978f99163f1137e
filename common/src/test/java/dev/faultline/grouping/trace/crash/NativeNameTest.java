package dev.faultline.grouping.trace.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    foo                                                      | "" | foo
                    foo(int, char const*)                                    | "" | foo
                    Foo::bar(int) const                                      | Foo | bar
                    void a::b<int, c<d>>::e<f>(g<h>)                         | a::b | e
                    char const* a::name()                                    | a | name
                    std::__1::vector<int> const& A::all(int)                 | A | all
                    std::__ndk1::string::size() const                        | std::string | size
                    std::__cxx11::basic_string<char>::c_str                  | std::basic_string | c_str
                    a::(anonymous namespace)::f()                            | a | f
                    a::`anonymous namespace'::f<0>                           | a | f
                    a::(anonymous namespace)::C::~C()                        | a::C | ~C
                    A::operator()(int) const                                 | A | operator()
                    A::operator->() const                                    | A | operator->
                    A::operator<<(int)                                       | A | operator<<
                    A::operator bool() const                                 | A | operator bool
                    operator new[](unsigned long)                            | "" | operator new[]
                    operator delete(void*)                                   | "" | operator delete
                    A::run(int)::$_10::operator()(B const&) const            | A::run | lambda
                    A::run(int)::{lambda(int)#1}::operator()(int) const      | A::run | lambda
                    A::run(int) const::'lambda'(int)::operator()(int) const  | A::run | lambda
                    <lambda_3f2a91>::operator()                              | "" | lambda
                    foo.isra.0                                               | "" | foo
                    foo.part.1.constprop.0                                   | "" | foo
                    foo(int) (.cold)                                         | "" | foo
                    foo(int) [clone .cold]                                   | "" | foo
                    foo.llvm.14040283905672493915                            | "" | foo
                    stub$8d185785d173e702d91e2893e143a6d9.cfi                | "" | stub
                    make[abi:cxx11](int)                                     | "" | make
                    a::make[abi:ne180100](int)                               | a | make
                    memcpy@plt                                               | "" | memcpy
                    non-virtual thunk to A::f()                              | A | f
                    virtual thunk to A::f()                                  | A | f
                    -[Foo bar:baz:]                                          | Foo | bar:baz:
                    +[Foo(Category) make]                                    | Foo | make
                    __31-[Foo bar:]_block_invoke_2                           | Foo::bar: | lambda
                    __run_block_invoke                                       | run | lambda
                    closure #1 in Shop.Cart.total(of:)                       | Shop.Cart | total
                    specialized Shop.Cart.total<A>(of: A) -> Swift.Int       | Shop.Cart | total
                    a::b::c::h0123456789abcdef                               | a::b | c
                    a::b::{{closure}}::h0123456789abcdef                     | a::b | lambda
                    a::b::_$u7b$$u7b$closure$u7d$$u7d$::h0123456789abcdef    | a::b | lambda
                    <a::B as c::D>::e                                        | a::B | e
                    _$LT$a..B$u20$as$u20$c..D$GT$::e::h0123456789abcdef      | a::B | e
                    core::ptr::drop_in_place<a::B>::h0123456789abcdef        | core::ptr | drop_in_place
                    _ZN2ui10FlingCurveC2ERKN3gfx9Vector2dFE                  | ui::FlingCurve | FlingCurve
                    _ZN7logging10LogMessageD2Ev                              | logging::LogMessage | ~LogMessage
                    _ZNK3foo12_GLOBAL__N_13barEv                             | foo | bar
                    _Z3foov                                                  | "" | foo
                    github.com/x/y.(*Server).serve                           | github.com/x/y.(*Server) | serve
                    decltype(auto) a::f<int>(int)                            | a | f
                    """)
    void keepsTheNameAndDropsWhatVaries(String printed, String module, String function) {
        assertThat(NativeName.of(printed)).isEqualTo(new NativeName(module, function));
    }
}
