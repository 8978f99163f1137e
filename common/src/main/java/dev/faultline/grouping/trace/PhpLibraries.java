package dev.faultline.grouping.trace;

/// Namespaces of PHP's frameworks and libraries. Most lie in `vendor`, some are deployed otherwise.
final class PhpLibraries {

    private static final Prefixes NAMESPACES =
            Prefixes.of(
                    "\\",
                    """
                    # Frameworks
                    Illuminate Laravel Livewire Filament Lumen Symfony Doctrine Twig Sensio Cake CakePHP Slim
                    Laminas Zend Mezzio Yii yii yiisoft CodeIgniter Phalcon FuelPHP Nette Tracy Latte Hyperf Swoole
                    Spiral Drupal TYPO3 Magento Shopware PrestaShop Sylius ApiPlatform Joomla Contao Neos
                    Roots Timber Inertia Statamic Botble Webman Workerman Amp React Revolt
                    # Libraries
                    GuzzleHttp Http Psr Monolog Composer Carbon League Ramsey Brick Predis Elastic Elasticsearch
                    MongoDB Aws Google Stripe Twilio Firebase Lcobucci Tymon Spatie Barryvdh Maatwebsite
                    PhpOffice Dompdf Intervention Propel RedBeanPHP Medoo Enqueue PhpAmqpLib Bunny Pheanstalk
                    Nyholm Jean85 Sentry Bugsnag Rollbar Facade Whoops Ignition NunoMaduro Prophecy PHPUnit Pest
                    Mockery Codeception Behat PhpParser Cron Dotenv Opis Laminas DI Pimple FastRoute Relay
                    Cviebrock Staudenmeir Tightenco Nwidart OpenTelemetry DDTrace Aura Symplify Rector Pusher
                    """);

    private PhpLibraries() {}

    static boolean hold(String module) {
        return !module.isEmpty() && NAMESPACES.hold(module);
    }

    /// WordPress and others ship their core beside the application.
    static boolean isCore(String path) {
        return path.contains("/wp-includes/")
                || path.contains("/wp-admin/")
                || path.contains("/storage/framework/views/")
                || path.contains("/var/cache/")
                || path.contains("/system/core/");
    }
}
