package dev.faultline.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/// Logback's `%printable(...)`: what is inside, on one line and without control characters. Who
/// sends an error can't write an entry of the log, nor speak to the terminal that shows it.
public final class MessageConverter extends CompositeConverter<ILoggingEvent> {

    @Override
    protected String transform(ILoggingEvent event, String text) {
        return PrintableText.line(text);
    }
}
