package dev.faultline.query.cache;

import dev.faultline.topic.TopicSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The cache and what invalidates it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheSettings.class)
public class CacheConfiguration {

    @Bean
    Redis queryRedis(CacheSettings settings) {
        return settings.isEnabled() ? new LettuceRedis(settings) : new NoRedis();
    }

    @Bean
    CacheKeys queryCacheKeys(TopicSettings topics) {
        return new CacheKeys(topics.prefix());
    }

    @Bean
    Generations cacheGenerations(Redis redis, CacheKeys keys) {
        return new Generations(redis, keys, new SecureRandom());
    }

    @Bean
    CacheProbe cacheProbe(Redis redis, CacheSettings settings) {
        return new CacheProbe(redis, settings.isEnabled());
    }

    @Bean
    AnswerCache answerCache(
            Redis redis,
            CacheKeys keys,
            Generations generations,
            CacheSettings settings,
            MeterRegistry meters) {
        return new AnswerCache(redis, keys, generations, settings, meters);
    }
}
