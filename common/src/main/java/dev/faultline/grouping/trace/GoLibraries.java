package dev.faultline.grouping.trace;

import java.util.Set;

/// Go's standard library and widespread modules.
final class GoLibraries {

    /// First words of the standard library's packages.
    private static final Set<String> STANDARD =
            Set.of(
                    "archive",
                    "bufio",
                    "bytes",
                    "cmp",
                    "compress",
                    "container",
                    "context",
                    "crypto",
                    "database",
                    "debug",
                    "embed",
                    "encoding",
                    "errors",
                    "expvar",
                    "flag",
                    "fmt",
                    "go",
                    "hash",
                    "internal",
                    "html",
                    "image",
                    "index",
                    "io",
                    "iter",
                    "log",
                    "maps",
                    "math",
                    "mime",
                    "net",
                    "os",
                    "path",
                    "plugin",
                    "reflect",
                    "regexp",
                    "runtime",
                    "slices",
                    "sort",
                    "strconv",
                    "strings",
                    "sync",
                    "syscall",
                    "testing",
                    "text",
                    "time",
                    "unicode",
                    "unique",
                    "unsafe",
                    "vendor",
                    "panic");

    private static final Prefixes MODULES =
            Prefixes.of(
                    "/",
                    """
                    # Go's own, and homes of libraries only
                    golang.org google.golang.org go.opentelemetry.io go.uber.org gopkg.in k8s.io sigs.k8s.io
                    cloud.google.com go.mongodb.org go.etcd.io gorm.io gocloud.dev entgo.io buf.build
                    connectrpc.com nhooyr.io go.temporal.io gonum.org cel.dev go.opencensus.io goa.design
                    # Web
                    github.com/gin-gonic github.com/gin-contrib github.com/labstack github.com/go-chi
                    github.com/gorilla github.com/gofiber github.com/valyala github.com/julienschmidt
                    github.com/urfave github.com/go-martini github.com/kataras github.com/beego
                    github.com/astaxie github.com/revel github.com/gobuffalo github.com/justinas
                    github.com/rs github.com/danielgtaylor github.com/emicklei github.com/cloudwego
                    github.com/zeromicro github.com/go-kit github.com/go-kratos github.com/micro
                    github.com/asim github.com/improbable-eng github.com/grpc-ecosystem github.com/twitchtv
                    github.com/99designs github.com/graphql-go github.com/graph-gophers github.com/go-resty
                    github.com/dimfeld github.com/uptrace github.com/savsgio github.com/tinylib
                    github.com/hertz-contrib github.com/gogf github.com/soheilhy github.com/go-openapi
                    # Databases, queues, clouds
                    github.com/lib github.com/jackc github.com/go-sql-driver github.com/mattn
                    github.com/jmoiron github.com/jinzhu github.com/go-gorm github.com/go-redis
                    github.com/redis github.com/gomodule github.com/Masterminds github.com/volatiletech
                    github.com/go-pg github.com/dgraph-io github.com/boltdb github.com/elastic
                    github.com/olivere github.com/segmentio github.com/Shopify github.com/IBM
                    github.com/confluentinc github.com/streadway github.com/rabbitmq github.com/nats-io
                    github.com/ThreeDotsLabs github.com/hibiken github.com/RichardKnop github.com/robfig
                    github.com/aws github.com/Azure github.com/googleapis github.com/minio
                    github.com/hashicorp github.com/docker github.com/moby github.com/stripe
                    github.com/golang-migrate github.com/pressly github.com/ClickHouse github.com/gocql
                    github.com/bradfitz github.com/patrickmn github.com/allegro github.com/microsoft
                    # Command lines, logs, errors, traces, tests
                    github.com/spf13 github.com/alecthomas github.com/sirupsen github.com/go-logr
                    github.com/pkg github.com/cockroachdb github.com/prometheus github.com/getsentry
                    github.com/bugsnag github.com/rollbar github.com/DataDog github.com/newrelic
                    github.com/opentracing github.com/uber github.com/jaegertracing github.com/openzipkin
                    github.com/stretchr github.com/onsi github.com/golang github.com/google
                    github.com/gogo github.com/json-iterator github.com/tidwall github.com/mitchellh
                    github.com/samber github.com/shopspring github.com/fatih github.com/go-playground
                    github.com/asaskevich github.com/golang-jwt github.com/dgrijalva github.com/cenkalti
                    github.com/sony github.com/avast github.com/bytedance github.com/panjf2000
                    github.com/sourcegraph github.com/goccy github.com/pelletier github.com/BurntSushi
                    github.com/joho github.com/fsnotify github.com/magiconair github.com/klauspost
                    """);

    /// Types that say nothing but that there is a text.
    private static final Set<String> PLAIN_ERRORS =
            Set.of(
                    "errors.errorString",
                    "errors.fundamental",
                    "errors.withStack",
                    "errors.withMessage",
                    "errors.joinError",
                    "fmt.wrapError",
                    "fmt.wrapErrors",
                    "xerrors.errorString",
                    "xerrors.wrapError",
                    "runtime.errorString",
                    "errors.Error",
                    "runtime.plainError",
                    "errutil.leafError");

    private GoLibraries() {}

    static boolean hold(String module, String path) {
        int slash = module.indexOf('/');
        String first = slash < 0 ? module : module.substring(0, slash);
        if (first.indexOf('.') < 0) {
            return STANDARD.contains(first);
        }
        return MODULES.hold(module) || path.indexOf('@') > 0 || Paths.isLibrary(path);
    }

    static boolean isPlainError(String type) {
        return PLAIN_ERRORS.contains(type);
    }
}
