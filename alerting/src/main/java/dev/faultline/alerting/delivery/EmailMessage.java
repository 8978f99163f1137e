package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/// A notice as a mail: text, and the same as HTML. Its Message-ID is the notice's, so that a
/// repetition is seen as one.
final class EmailMessage extends MimeMessage {

    private final String messageId;

    private EmailMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static EmailMessage of(Session session, Target.Email target, Notice notice)
            throws MessagingException {
        String domain = target.from().substring(target.from().lastIndexOf('@') + 1);
        EmailMessage message = new EmailMessage(session, "<%s@%s>".formatted(notice.id(), domain));
        message.setFrom(new InternetAddress(target.from(), true));
        for (String to : target.to()) {
            message.addRecipient(RecipientType.TO, new InternetAddress(to, true));
        }
        message.setSubject(subject(notice), UTF_8.name());
        message.setSentDate(Date.from(notice.time()));
        // No vacation notices in return: https://www.rfc-editor.org/rfc/rfc3834
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(text(notice), "plain"));
        both.addBodyPart(part(html(notice), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static String subject(Notice notice) {
        return "[%s] %s".formatted(notice.project(), notice.title());
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

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
