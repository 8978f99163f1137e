package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/// A notice as a letter. Pure.
final class NoticeLetter {

    private NoticeLetter() {}

    static Letter of(Notice notice) {
        return new Letter(
                notice.id(),
                notice.project(),
                notice.time(),
                "[%s] %s".formatted(notice.project(), notice.title()),
                text(notice),
                html(notice));
    }

    private static String text(Notice notice) {
        return String.join(
                "\n\n", notice.title(), notice.text(), notice.detailLines(), foot(notice));
    }

    private static String html(Notice notice) {
        StringBuilder html = new StringBuilder("<!doctype html><html><body>");
        html.append("<h2>").append(escaped(notice.title())).append("</h2>");
        html.append("<pre>").append(escaped(notice.text())).append("</pre><table>");
        for (Map.Entry<String, String> detail : notice.details().entrySet()) {
            html.append("<tr><th align=\"left\">")
                    .append(escaped(detail.getKey()))
                    .append("</th><td>")
                    .append(escaped(detail.getValue()))
                    .append("</td></tr>");
        }
        html.append("</table><p>").append(escaped(foot(notice))).append("</p></body></html>");
        return html.toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, UTF_8.name());
    }

    private static String foot(Notice notice) {
        return "Faultline, project %s: %s %s"
                .formatted(notice.project(), notice.type(), notice.id());
    }
}
