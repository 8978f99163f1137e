package dev.faultline.alerting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionFields;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTreeTest {

    private static final ConditionFields FIELDS =
            new ConditionFields(BigDecimal.valueOf(50), Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "error_count > threshold in time_window"
                        + "| {'type':'count','metric':'error_count','comparison':'>','threshold':50,'min':0,'filter':[],'by':null,'window':'5m'}",
                "percent{level=\"error\"} of {source in (\"a\",\"b\")} by source > 20 in 5m min 100"
                        + "| {'type':'percent','comparison':'>','threshold':20,'min':100,'of':[{'field':'source','op':'in','values':['a','b']}],'filter':[{'field':'level','op':'=','values':['error']}],'by':'source','window':'5m'}",
                "event_count increases by 300% in 10m vs previous min 20"
                        + "| {'type':'change','metric':'event_count','direction':'increases','percent':300,'versus':'previous 10m','min':20,'filter':[],'by':null,'window':'10m'}",
                "event_count decreases by 50% in 1h vs 7d ago"
                        + "| {'type':'change','metric':'event_count','direction':'decreases','percent':50,'versus':'7d ago','min':0,'filter':[],'by':null,'window':'1h'}",
                "spike(error_count by group) in 5m factor 5"
                        + "| {'type':'spike','metric':'error_count','baseline':'1d','factor':5,'z':3.5,'min':10,'filter':[],'by':'group','window':'5m'}",
                "new_group reaching 10 in 10m"
                        + "| {'type':'new_group','reaching':10,'filter':[],'by':'group','window':'10m'}",
                "regression"
                        + "| {'type':'regression','reaching':null,'filter':[],'by':'group','window':null}",
                "no_events{source=~\"pay*\"} in 15m"
                        + "| {'type':'no_events','filter':[{'field':'source','op':'=~','values':['pay*']}],'by':null,'window':'15m'}"
            })
    void showsEachTest(String condition, String expression) {
        assertThat(tree(condition))
                .startsWith("{'expression':" + expression + ",'for':null,'recover':null,'keep':");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "event_count > 5 in 1m for 2m recover below 2 keep 5m"
                        + "| ,'for':'2m','recover':{'below':2},'keep':'5m'}",
                "event_count > 5 in 1h | ,'for':null,'recover':null,'keep':'12m'}"
            })
    void showsWhatStandsAtTheEnd(String condition, String end) {
        assertThat(tree(condition)).endsWith(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value =
                    "event_count > 1 in 1m and (event_count > 2 in 1m or event_count > 3 in 1m) | and | or")
    void showsHowTestsAreJoined(String condition, String outer, String inner) {
        assertThat(tree(condition))
                .startsWith("{'expression':{'type':'%s','parts':[".formatted(outer))
                .contains("{'type':'%s','parts':[".formatted(inner));
    }

    private static String tree(String condition) {
        ConditionFields fields = condition.contains("time_window") ? FIELDS : ConditionFields.NONE;
        return ConditionTree.of(AlertCondition.parse(condition, fields))
                .toString()
                .replace('"', '\'');
    }
}
