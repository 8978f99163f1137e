package dev.faultline.query.aliases;

import dev.faultline.query.database.QueryDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The look-up of aliases.
@Configuration(proxyBeanMethods = false)
public class AliasesConfiguration {

    @Bean
    Aliases aliases(QueryDatabase database) {
        return new Aliases(new AliasRepository(database));
    }
}
