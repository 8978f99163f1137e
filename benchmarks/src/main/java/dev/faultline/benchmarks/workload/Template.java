package dev.faultline.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ASCII text with places that differ from event to event, as in real messages: <code>{number}
 * </code>, <code>{uuid}</code>, <code>{ip}</code>, <code>{address}</code>, <code>{quoted}</code>.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{(number|uuid|ip|address|quoted)}");
    private static final String[] QUOTED = {"cart", "invoice", "session", "tenant", "report"};

    private final List<String> literals = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    Template(String text) {
        Matcher matcher = PLACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literals.add(text.substring(end, matcher.start()));
            places.add(Place.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)));
            end = matcher.end();
        }
        literals.add(text.substring(end));
    }

    void appendTo(StringBuilder out, RandomGenerator random) {
        for (int i = 0; i < places.size(); i++) {
            out.append(literals.get(i));
            places.get(i).appendTo(out, random);
        }
        out.append(literals.getLast());
    }

    private enum Place {
        NUMBER,
        UUID,
        IP,
        ADDRESS,
        QUOTED;

        void appendTo(StringBuilder out, RandomGenerator random) {
            switch (this) {
                case NUMBER -> out.append(1 + random.nextInt(99_999));
                case UUID -> out.append(Ids.uuid(random));
                case IP ->
                        out.append("10.")
                                .append(random.nextInt(256))
                                .append('.')
                                .append(random.nextInt(256))
                                .append('.')
                                .append(1 + random.nextInt(254));
                case ADDRESS ->
                        out.append("0xc")
                                .append(Integer.toHexString(0x1000000 | random.nextInt(0xffffff)));
                case QUOTED ->
                        out.append('\'')
                                .append(Template.QUOTED[random.nextInt(Template.QUOTED.length)])
                                .append('-')
                                .append(random.nextInt(10_000))
                                .append('\'');
            }
        }
    }
}
