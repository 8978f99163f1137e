package dev.faultline.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// Logback's `%printable`: an entry's message, on one line and without control characters. Who
/// sends an error can't write an entry of the log, nor speak to the terminal that shows it.
public final class MessageConverter extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return PrintableText.line(event.getFormattedMessage());
    }
}
