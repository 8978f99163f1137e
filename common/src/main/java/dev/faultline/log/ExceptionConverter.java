package dev.faultline.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/// Logback's `%failure`: an entry's exception, indented and without control characters, since its
/// message may hold text from outside.
public final class ExceptionConverter extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return PrintableText.block(super.throwableProxyToString(failure));
    }
}
