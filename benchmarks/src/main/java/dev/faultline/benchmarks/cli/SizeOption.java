package dev.faultline.benchmarks.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size in bytes, with 1 KB = 1,024 bytes: <code>900</code>, <code>2KB</code>. */
public final class SizeOption implements ITypeConverter<Integer> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(B|KB)?");

    @Override
    public Integer convert(String value) {
        var matcher = FORM.matcher(value.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + value + "' is not a size: write for example 900 or 2KB");
        }
        int amount = Integer.parseInt(matcher.group(1));
        return "KB".equals(matcher.group(2)) ? amount * 1024 : amount;
    }
}
