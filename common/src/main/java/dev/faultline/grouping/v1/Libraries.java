package dev.faultline.grouping.v1;

import java.util.regex.Pattern;

/// Which frames are the platform's or a library's: they say where an error surfaced, not whose it
/// is.
///
/// By where they were installed, which holds for every package, and for languages that print no
/// path by the names of the platforms and of widespread frameworks. What is not known here counts
/// as the application's.
final class Libraries {

    private static final Pattern PLACES =
            Pattern.compile(
                    "(?:^|[/\\\\])(?:node_modules|bower_components|site-packages|dist-packages"
                            + "|vendor|gems|rubygems|rustc|\\.cargo|registry/src|pkg/mod|deps"
                            + "|lib/python[\\d.]*+|lib/ruby|\\.nuget|Frameworks)[/\\\\]"
                            + "|^(?:node:|internal/|<|\\[|native$|dart:|eval at )");

    private static final Pattern NAMES =
            Pattern.compile(
                    "(?:"
                            // JVM
                            + "(?:java|javax|jakarta|jdk|sun|com\\.sun|kotlin|kotlinx|scala|groovy"
                            + "|clojure|akka|reactor|android|androidx|dalvik|feign|okhttp3|retrofit2"
                            + "|org\\.(?:springframework|apache|hibernate|eclipse|jboss|jooq"
                            + "|postgresql|mybatis|quartz|slf4j|junit|codehaus|glassfish|aspectj)"
                            + "|io\\.(?:netty|micrometer|quarkus|vertx|grpc|reactivex"
                            + "|opentelemetry|micronaut|lettuce|undertow)"
                            + "|com\\.(?:fasterxml|google|zaxxer|mysql|oracle|ibm|microsoft|mongodb"
                            + "|netflix|squareup|android|rabbitmq|amazonaws)|ch\\.qos|net\\.bytebuddy"
                            // .NET
                            + "|System|Microsoft|Windows|MediatR|Quartz|Polly|Serilog|Swashbuckle"
                            + "|Newtonsoft|Npgsql|Castle|Hangfire|MassTransit|Grpc|AutoMapper"
                            + "|FluentValidation|Dapper|StackExchange|NHibernate|Autofac|Xunit|NUnit)\\."
                            // Rust and C++
                            + "|(?:core|std|alloc|tokio|futures\\w*+|actix\\w*+|anyhow|hyper|axum"
                            + "|tower\\w*+|rayon\\w*+|tracing\\w*+|backtrace|serde\\w*+|reqwest"
                            + "|sqlx\\w*+|diesel|warp|rocket|eyre|color_eyre|boost|testing"
                            + "|__gnu_cxx|abi)::"
                            // PHP
                            + "|(?:Illuminate|Symfony|Laravel|Doctrine|GuzzleHttp|Composer|Monolog"
                            + "|Twig|Psr|Carbon|League|Slim|Laminas|Zend|CakePHP|Yii|PHPUnit)\\\\"
                            + ")");

    private static final Pattern GENERATED_CLASS =
            Pattern.compile("\\$\\$|\\$Proxy\\d|GeneratedMethodAccessor\\d");

    private static final Pattern GENERATED_FUNCTION =
            Pattern.compile(
                    "lambda_method\\d"
                            + "|(?:_*+rust_\\w++|_*+rust_begin_\\w++|__libc_\\w++|_start|abort|raise|gsignal"
                            + "|__assert\\w++|operator (?:new|delete).*+|malloc|free|__interceptor_\\w++"
                            + "|main\\(\\)|panic|clone|start_thread)$");

    private static final Pattern GO =
            Pattern.compile(
                    "(?:runtime|sync|reflect|testing|net|encoding|internal|database/sql|os|io|bufio"
                            + "|context|fmt|log|time|sort|strconv|strings|errors|bytes|crypto)"
                            + "(?:/[\\w/]++)?+\\.|(?:golang\\.org|google\\.golang\\.org"
                            + "|go\\.opentelemetry\\.io|go\\.uber\\.org)/");

    private Libraries() {}

    /// @param printed the function as printed
    /// @param name the function without what varies
    static boolean own(String printed, String name, String path) {
        return isGenerated(printed)
                || isGenerated(name)
                || NAMES.matcher(name).lookingAt()
                || hold(path);
    }

    static boolean ownGo(String name, String path) {
        return isGenerated(name) || GO.matcher(name).lookingAt() || hold(path);
    }

    private static boolean isGenerated(String name) {
        return GENERATED_FUNCTION.matcher(name).lookingAt()
                || ((name.contains("$") || name.contains("GeneratedMethodAccessor"))
                        && GENERATED_CLASS.matcher(name).find());
    }

    static boolean hold(String path) {
        return PLACES.matcher(path).find();
    }
}
