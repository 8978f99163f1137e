package dev.faultline.grouping.trace;

import java.util.Set;

/// Rust's own crates and widespread ones.
final class RustLibraries {

    private static final Prefixes CRATES =
            Prefixes.of(
                    "::",
                    """
                    # Rust
                    core std alloc proc_macro test backtrace gimli addr2line object rustc_demangle libc
                    # Async, web, RPC
                    tokio tokio_util tokio_stream tokio_rustls async_std smol async_executor async_task
                    async_global_executor async_io blocking polling mio futures futures_util futures_core
                    futures_executor futures_channel hyper hyper_util h2 http tower tower_http tower_service axum
                    axum_core actix actix_web actix_http actix_rt actix_server actix_service actix_router
                    actix_files actix_cors ntex rocket warp tide poem salvo gotham iron nickel
                    tonic prost tarpc jsonrpsee async_graphql juniper reqwest ureq surf isahc awc curl
                    tungstenite tokio_tungstenite rustls native_tls openssl quinn pingora lambda_runtime
                    lambda_http shuttle_runtime leptos yew dioxus tauri wry tao winit egui eframe iced bevy
                    bevy_ecs bevy_app wgpu
                    # Data
                    sqlx sqlx_core sqlx_postgres sqlx_mysql sqlx_sqlite diesel diesel_async sea_orm sea_query
                    rusqlite postgres tokio_postgres mysql mysql_async mongodb redis deadpool bb8 r2d2 rdkafka
                    lapin async_nats nats sled rocksdb elasticsearch scylla aws_sdk_s3 aws_smithy_runtime
                    aws_config aws_smithy_client object_store polars arrow datafusion
                    # Errors, logs, formats, threads, tests
                    anyhow eyre color_eyre stable_eyre thiserror miette failure error_chain snafu tracing
                    tracing_core tracing_subscriber tracing_futures log env_logger slog sentry sentry_core
                    sentry_panic sentry_backtrace sentry_tower opentelemetry metrics prometheus serde serde_json
                    serde_yaml serde_urlencoded toml bincode ron csv quick_xml rmp_serde chrono time uuid regex
                    regex_automata regex_syntax url bytes indexmap hashbrown smallvec rayon rayon_core crossbeam
                    crossbeam_utils crossbeam_channel crossbeam_epoch parking_lot parking_lot_core once_cell
                    lazy_static dashmap itertools rand rand_core num_traits ndarray nalgebra image clap structopt
                    clap_builder config figment askama tera handlebars minijinja nom pest syn quote proc_macro2
                    wasm_bindgen pyo3 napi jni wasmtime criterion proptest quickcheck mockall rstest tempfile walkdir
                    ignore notify glob base64 sha2 ring hmac jsonwebtoken argon2 bcrypt lettre moka governor backoff
                    async_trait pin_project fastly js_sys web_sys gloo mobc flume ractor monoio glommio
                    panic_unwind unwind compiler_builtins std_detect insta cucumber serial_test cron tokio_cron_scheduler apalis
                    """);

    /// How a program begins.
    private static final Set<String> ENTRIES =
            Set.of(
                    "main",
                    "_main",
                    "_start",
                    "start_thread",
                    "__libc_start_main",
                    "clone",
                    "clone3",
                    "start",
                    "__libc_start_call_main",
                    "__scrt_common_main_seh",
                    "BaseThreadInitThunk",
                    "RtlUserThreadStart",
                    "__rust_try",
                    "__rust_begin_short_backtrace",
                    "rust_panic",
                    "_pthread_start",
                    "thread_start",
                    "__pthread_start",
                    "invoke_main",
                    "__GI___clone",
                    "rust_eh_personality",
                    "_Unwind_Resume",
                    "rust_start",
                    "<unknown>",
                    "");

    /// Crates that belong to a family, by its first word.
    private static final Starts FAMILIES =
            Starts.of(
                    "actix_",
                    "aws_",
                    "axum_",
                    "bevy_",
                    "crossbeam_",
                    "diesel_",
                    "futures_",
                    "hickory_",
                    "hyper_",
                    "lambda_",
                    "opentelemetry_",
                    "rocket_",
                    "rustls_",
                    "sea_",
                    "sentry_",
                    "serde_",
                    "sqlx_",
                    "tokio_",
                    "tonic_",
                    "tower_",
                    "tracing_",
                    "wasm_bindgen_",
                    "webpki");

    private RustLibraries() {}

    static boolean hold(String name) {
        return CRATES.hold(name) || FAMILIES.at(name, 0);
    }

    static boolean isEntry(String name) {
        return ENTRIES.contains(name);
    }
}
