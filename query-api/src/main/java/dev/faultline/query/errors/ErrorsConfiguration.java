package dev.faultline.query.errors;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.query.aliases.Aliases;
import dev.faultline.query.cache.AnswerCache;
import dev.faultline.query.cache.Generations;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.progress.Waits;
import dev.faultline.topic.TopicCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The REST API of errors.
@Configuration(proxyBeanMethods = false)
public class ErrorsConfiguration {

    @Bean
    ErrorRepository errorRepository(QueryDatabase database) {
        return new ErrorRepository(database);
    }

    @Bean
    ErrorReads errorReads(ErrorRepository errors, AnswerCache cache, Waits waits, Aliases aliases) {
        return new ErrorReads(errors, cache, waits, aliases);
    }

    @Bean
    CommandPublisher commandPublisher(KafkaSettings kafka, TopicCatalog topics) {
        return new CommandPublisher(kafka, topics.commands());
    }

    @Bean
    ErrorCommands errorCommands(
            ErrorReads reads,
            ErrorRepository errors,
            CommandPublisher publisher,
            Waits waits,
            Generations generations) {
        return new ErrorCommands(reads, errors, publisher, waits, generations);
    }

    @Bean
    ErrorReadController errorReadController(ErrorReads errors, KeptOccurrences occurrences) {
        return new ErrorReadController(errors, occurrences);
    }

    @Bean
    ErrorCommandController errorCommandController(ErrorCommands commands) {
        return new ErrorCommandController(commands);
    }
}
