package dev.faultline.grouping.trace;

/// Namespaces of .NET's platforms and libraries.
final class DotNetLibraries {

    private static final Prefixes NAMESPACES =
            Prefixes.of(
                    ".",
                    """
                    # Platforms
                    System Microsoft Windows Mono MS Internal FSharp Interop Xamarin Android Java UnityEngine
                    UnityEditor Unity Godot Avalonia Uno UIKit Foundation ObjCRuntime mscorlib
                    # Web and messaging frameworks
                    MediatR Quartz Hangfire MassTransit NServiceBus Rebus Wolverine JasperFx Marten Akka Orleans
                    Nancy ServiceStack Carter FastEndpoints Giraffe Saturn Suave Owin Abp Volo.Abp Orchard
                    OrchardCore Umbraco Sitecore EPiServer Kentico Nop.Web.Framework Ocelot Yarp HotChocolate
                    GraphQL GreenDonut Grpc Google Refit RestSharp Flurl SignalR DotNetCore CAP EasyNetQ
                    RabbitMQ Confluent NATS Azure Amazon Elsa Dapr Steeltoe Coravel Topshelf Volo
                    # Data
                    Npgsql MySql MySqlConnector Oracle Dapper NHibernate LinqToDB ServiceStack.OrmLite EntityFramework
                    MongoDB StackExchange Nest Elasticsearch Elastic Raven Couchbase Cassandra Neo4j InfluxDB
                    FirebirdSql SQLitePCL LiteDB Devart IdentityServer4 Duende OpenIddict EFCore Z.EntityFramework
                    FluentMigrator DbUp ClosedXML OfficeOpenXml CsvHelper EPPlus
                    # Logging, resilience, mapping, tests
                    Serilog NLog log4net Polly Swashbuckle NSwag Newtonsoft Utf8Json MessagePack ProtoBuf YamlDotNet
                    AutoMapper Mapster FluentValidation FluentAssertions Castle Autofac Ninject StructureMap
                    Lamar SimpleInjector Unity.Interception DryIoc Scrutor Ardalis.Specification Sentry Bugsnag
                    Elmah Exceptionless Prometheus OpenTelemetry App.Metrics Datadog NewRelic Xunit NUnit Moq
                    NSubstitute Bogus AutoFixture TechTalk Shouldly MimeKit MailKit SendGrid Stripe Twilio
                    IdentityModel BouncyCastle Org.BouncyCastle ImageSharp SixLabors SkiaSharp Humanizer NodaTime
                    ReactiveUI Prism Caliburn MahApps DevExpress Telerik Syncfusion Infragistics Rx Nito LanguageExt
                    CommandLine Spectre CliWrap Autodesk JetBrains PostSharp Scriban Handlebars RazorEngine
                    """);

    private DotNetLibraries() {}

    static boolean hold(String module) {
        return NAMESPACES.hold(module);
    }
}
