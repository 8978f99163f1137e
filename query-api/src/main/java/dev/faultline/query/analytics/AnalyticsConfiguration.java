package dev.faultline.query.analytics;

import dev.faultline.query.cache.AnswerCache;
import dev.faultline.query.database.QueryDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Statistics and trends.
@Configuration(proxyBeanMethods = false)
public class AnalyticsConfiguration {

    @Bean
    AnalyticsRepository analyticsRepository(QueryDatabase database) {
        return new AnalyticsRepository(database);
    }

    @Bean
    Analytics analytics(AnalyticsRepository repository, AnswerCache cache, InstantSource clock) {
        return new Analytics(repository, cache, clock);
    }

    @Bean
    StatisticsController statisticsController(Analytics analytics) {
        return new StatisticsController(analytics);
    }

    @Bean
    TrendsController trendsController(Analytics analytics) {
        return new TrendsController(analytics);
    }
}
