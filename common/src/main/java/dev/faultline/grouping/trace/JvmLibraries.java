package dev.faultline.grouping.trace;

/// Packages of the JVM's platforms, frameworks and libraries. What is not here counts as the
/// application's.
final class JvmLibraries {

    private static final Prefixes PACKAGES =
            Prefixes.of(
                    ".",
                    """
                    # Platforms: JDK, Jakarta EE, Android
                    java javax jakarta jdk sun com.sun com.ibm com.oracle org.graalvm oracle
                    android androidx dalvik libcore com.android
                    # Languages
                    kotlin kotlinx scala groovy groovyjarjarasm clojure nrepl _COROUTINE org.jetbrains
                    org.codehaus.groovy org.scala-lang cats fs2 zio scalaz monix shapeless
                    # Spring, and application frameworks
                    org.springframework org.springdoc springfox org.aspectj org.aopalliance
                    io.micronaut io.quarkus io.helidon io.dropwizard io.javalin io.ktor io.vertx ratpack
                    play spark.Spark spark.route spark.http spark.servlet spark.embeddedserver
                    akka org.apache com.typesafe com.lightbend grails org.grails org.http4s
                    org.eclipse com.vaadin org.zkoss org.primefaces org.ocpsoft com.linecorp.armeria
                    org.jboss org.wildfly org.keycloak org.glassfish fish.payara com.sun.jersey
                    org.axonframework org.camunda org.activiti org.flowable io.camunda io.temporal
                    org.osgi org.opensaml org.pac4j compojure ring reitit io.pedestal
                    io.jooby org.restlet com.liferay org.alfresco com.sap org.http4k graphql org.dataloader
                    io.swagger io.awspring io.dapr com.uber.cadence org.crac com.networknt io.kotest
                    net.minecraft net.minecraftforge net.fabricmc org.bukkit com.mojang io.papermc
                    # Containers, network, RPC
                    io.netty io.undertow org.xnio org.mortbay com.caucho winstone io.grpc com.twitter
                    okhttp3 okio retrofit2 feign io.github.openfeign com.squareup reactor rx
                    io.reactivex org.reactivestreams io.projectreactor io.rsocket io.smallrye
                    org.asynchttpclient com.ning kong.unirest com.mashape io.servicetalk zipkin2 brave
                    io.opentelemetry io.opentracing io.micrometer io.prometheus io.jaegertracing
                    io.sentry com.newrelic datadog com.datadoghq co.elastic com.dynatrace
                    com.bugsnag com.rollbar com.appdynamics
                    # Resilience, scheduling, rules
                    io.github.resilience4j com.netflix org.quartz org.jobrunr net.javacrumbs
                    com.github.rholder dev.failsafe net.jodah org.drools org.kie org.mvel2 ognl
                    com.lmax
                    # Databases and their access
                    org.hibernate org.jooq org.mybatis com.baomidou org.postgresql com.mysql org.mariadb
                    com.microsoft com.zaxxer org.h2 org.hsqldb org.sqlite net.snowflake com.mchange
                    com.alibaba.druid io.r2dbc io.ebean org.jdbi slick doobie org.datanucleus
                    org.flywaydb liquibase com.querydsl com.blazebit com.p6spy bitronix
                    com.mongodb org.bson redis.clients io.lettuce org.redisson com.datastax
                    com.couchbase org.neo4j org.elasticsearch org.opensearch com.hazelcast org.infinispan
                    net.sf.ehcache org.ehcache com.github.benmanes io.minio com.arangodb org.influxdb
                    net.spy com.clickhouse org.rocksdb org.lmdbjava org.mapdb
                    # Messaging
                    com.rabbitmq org.fusesource io.nats io.confluent org.zeromq io.cloudevents
                    # Clouds
                    com.amazonaws software.amazon com.google com.azure io.fabric8 io.kubernetes
                    com.aliyun com.oracle.bmc com.stripe com.twilio com.sendgrid
                    # Formats, templates, text
                    com.fasterxml org.codehaus org.json com.jayway net.minidev io.jsonwebtoken
                    com.auth0 com.nimbusds org.yaml org.snakeyaml com.esotericsoftware org.msgpack
                    com.thoughtworks org.dom4j org.jdom org.jdom2 org.xml org.w3c nu.xom org.jsoup
                    io.circe play.api.libs spray com.opencsv org.thymeleaf freemarker com.github.jknack
                    com.github.mustachejava net.sf.jasperreports org.odftoolkit com.itextpdf
                    com.lowagie org.ccil com.caverock org.antlr com.hubspot.jinjava pebble org.stringtemplate
                    # Logging, testing, byte code, utilities
                    ch.qos org.slf4j org.tinylog org.junit junit org.testng org.mockito org.hamcrest
                    org.assertj org.powermock org.easymock io.mockk org.spockframework spock io.cucumber
                    io.restassured org.testcontainers org.gradle worker.org.gradle org.scalatest munit
                    net.bytebuddy net.sf.cglib javassist org.objectweb org.objenesis
                    org.modelmapper org.mapstruct com.github.dozermapper lombok io.vavr io.arrow
                    arrow org.eclipse.collections it.unimi gnu com.carrotsearch org.joda org.threeten
                    org.checkerframework org.bouncycastle org.jasypt com.jcraft net.schmizz com.zeroc
                    net.sf.saxon picocli com.beust org.jline jline org.mozilla org.jruby org.python
                    delight com.intellij dagger hilt_aggregated_deps coil com.bumptech timber
                    leakcanary com.facebook com.airbnb org.koin com.arkivanov io.realm
                    """);

    /// Sample applications that live in a framework's package.
    private static final String SAMPLES = "org.springframework.samples";

    private JvmLibraries() {}

    static boolean hold(String type) {
        return PACKAGES.hold(type) && !type.startsWith(SAMPLES);
    }
}
