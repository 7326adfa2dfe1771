package lianxin.platform;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the lines of the log. Whatever stands in them, also in the message of an exception or of its cause: no
 * telephone, identity or card number leaves the program this way.
 */
public final class MaskedLayout extends PatternLayout {

    @Override
    public String doLayout(ILoggingEvent event) {
        return Screening.masked(super.doLayout(event));
    }
}
