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

/// A letter as a mail: text, and the same as HTML. Its Message-ID is the letter's, so that a
/// repetition is seen as one.
final class EmailMessage extends MimeMessage {

    private final String messageId;

    private EmailMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static EmailMessage of(Session session, Target.Email target, Letter letter)
            throws MessagingException {
        String domain = target.from().substring(target.from().lastIndexOf('@') + 1);
        EmailMessage message = new EmailMessage(session, "<%s@%s>".formatted(letter.id(), domain));
        message.setFrom(new InternetAddress(target.from(), true));
        for (String to : target.to()) {
            message.addRecipient(RecipientType.TO, new InternetAddress(to, true));
        }
        message.setSubject(letter.subject(), UTF_8.name());
        message.setSentDate(Date.from(letter.time()));
        // No vacation notices in return: https://www.rfc-editor.org/rfc/rfc3834
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(letter.text(), "plain"));
        both.addBodyPart(part(letter.html(), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
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
