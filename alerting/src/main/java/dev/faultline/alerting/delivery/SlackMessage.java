package dev.faultline.alerting.delivery;

import dev.faultline.json.Json;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A notice in Slack's [Block Kit](https://docs.slack.dev/block-kit/): header, text, details, and
/// its id at the foot. Nothing in it calls anybody or makes a link.
final class SlackMessage {

    private static final int MAX_HEADER = 150;

    private static final int MAX_SECTION = 3000;
    private static final String CUT = "...";

    private static final Pattern MENTION = Pattern.compile("@(?=(?i:here|channel|everyone))");

    private SlackMessage() {}

    static byte[] of(Notice notice) {
        ObjectNode message = Json.mapper().createObjectNode();
        // What notifications and screen readers tell.
        message.put("text", escaped(notice.title()));
        ArrayNode blocks = message.putArray("blocks");
        ObjectNode header = blocks.addObject().put("type", "header").putObject("text");
        header.put("type", "plain_text").put("emoji", false);
        header.put("text", Cut.to(MAX_HEADER, defused(notice.title())));
        section(blocks, notice.text());
        section(blocks, notice.detailLines());
        ObjectNode foot = blocks.addObject().put("type", "context");
        markdown(foot.putArray("elements").addObject(), notice.type() + " " + notice.id());
        return Json.mapper().writeValueAsBytes(message);
    }

    /// Slack refuses a section without text.
    private static void section(ArrayNode blocks, String text) {
        if (!text.isBlank()) {
            markdown(blocks.addObject().put("type", "section").putObject("text"), text);
        }
    }

    private static void markdown(ObjectNode object, String text) {
        object.put("type", "mrkdwn").put("verbatim", true).put("text", escaped(text));
    }

    /// [Slack's three](https://docs.slack.dev/messaging/formatting-message-text#escaping), so that
    /// `<!channel>` and links stay text. What is longer than a section is cut, never in an entity.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int character : defused(text).codePoints().toArray()) {
            String piece = escaped(character);
            if (escaped.length() + piece.length() > MAX_SECTION - CUT.length()) {
                return escaped.append(CUT).toString();
            }
            escaped.append(piece);
        }
        return escaped.toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(character);
        };
    }

    /// With a character of no width in `@here` and its like.
    private static String defused(String text) {
        return MENTION.matcher(text).replaceAll("@\u200b");
    }
}
