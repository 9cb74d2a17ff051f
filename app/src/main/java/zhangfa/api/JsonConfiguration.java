package zhangfa.api;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON by the contract: lower_snake_case, times in the company's offset, decimals kept exactly. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    /** The company's clock: its instants are the machine's, its zone is the company's. */
    @Bean
    Clock clock(@Value("${zhangfa.zone}") ZoneId zone) {
        return Clock.system(zone);
    }

    @Bean
    JsonMapperBuilderCustomizer contract(Clock clock) {
        return builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(new SimpleModule()
                        .addSerializer(new CompanyTime(clock.getZone()))
                        .addDeserializer(String.class, new PlainText.Reader()));
    }

    /** An instant as ISO 8601 with the company's offset, to the millisecond. */
    private static final class CompanyTime extends StdSerializer<Instant> {

        private final transient DateTimeFormatter format;

        CompanyTime(ZoneId zone) {
            super(Instant.class);
            this.format = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(format.format(instant.truncatedTo(ChronoUnit.MILLIS)));
        }
    }
}
