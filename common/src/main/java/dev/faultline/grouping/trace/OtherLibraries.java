package dev.faultline.grouping.trace;

/// Libraries of the languages without a reader of their own.
final class OtherLibraries {

    private static final Starts STARTS =
            Starts.of(
                    // Dart
                    "dart:",
                    "package:flutter",
                    "package:dio/",
                    "package:http/",
                    "package:provider/",
                    "package:bloc/",
                    "package:flutter_bloc/",
                    "package:riverpod/",
                    "package:get/",
                    "package:rxdart/",
                    "package:stack_trace/",
                    "package:async/",
                    "package:collection/",
                    "package:shelf/",
                    "package:test",
                    "package:sentry",
                    "package:stream_channel/",
                    "package:go_router/",
                    "package:hive/",
                    "package:drift/",
                    "package:firebase",
                    // Elixir, Erlang
                    "lib/phoenix",
                    "lib/plug",
                    "lib/ecto",
                    "lib/elixir/",
                    "lib/gen_server",
                    "lib/task/",
                    "lib/cowboy",
                    "lib/db_connection",
                    "lib/postgrex",
                    "lib/absinthe",
                    "lib/oban",
                    "lib/broadway",
                    "lib/bandit",
                    "lib/finch",
                    "lib/tesla",
                    "lib/httpoison",
                    "lib/jason",
                    "lib/enum.ex",
                    "lib/process.ex",
                    "lib/map.ex",
                    "lib/string.ex",
                    "lib/keyword.ex",
                    "lib/gen_stage",
                    "gen_server.erl",
                    "proc_lib.erl",
                    "gen_statem.erl",
                    "lib/code.ex",
                    "lib/kernel/",
                    "lib/ex_unit/",
                    "lib/mix/",
                    "erl_eval.erl",
                    "lists.erl",
                    "maps.erl",
                    // Julia, Haskell, Perl, Lua
                    "./boot.jl",
                    "./error.jl",
                    "./essentials.jl",
                    "./array.jl",
                    "./client.jl",
                    "./loading.jl",
                    "libraries/base",
                    "/usr/share/perl",
                    "/usr/lib/perl",
                    "/usr/local/share/perl",
                    "[C]",
                    "/usr/share/lua");

    private OtherLibraries() {}

    static boolean hold(String path) {
        return STARTS.at(path, 0)
                || path.contains("/deps/")
                || path.startsWith("deps/")
                || Paths.isLibrary(path);
    }
}
