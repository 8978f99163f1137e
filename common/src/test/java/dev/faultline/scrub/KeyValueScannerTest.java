package dev.faultline.scrub;

import static dev.faultline.scrub.Scrubbing.assertKeeps;
import static dev.faultline.scrub.Scrubbing.assertScrubs;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyValueScannerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '¤',
            textBlock =
                    """
                    password=hunter2                          → password=[Filtered]
                    PASSWORD = hunter2                        → PASSWORD = [Filtered]
                    the password: hunter2, sorry              → the password: [Filtered], sorry
                    password=hunter2;x=1                      → password=[Filtered];x=1
                    DB_PASSWORD=p@ss,w0rd!                    → DB_PASSWORD=[Filtered]
                    api key: hunter2                          → api key: [Filtered]
                    client secret = hunter2                   → client secret = [Filtered]
                    password2=hunter2                         → password2=[Filtered]
                    password=secret                           → password=[Filtered]
                    "password": "invalid"                     → "password": "[Filtered]"
                    password_hash=abcdef                      → password_hash=[Filtered]
                    {"password":"hunter2","x":1}              → {"password":"[Filtered]","x":1}
                    {"password" : "hun\\"ter2"}               → {"password" : "[Filtered]"}
                    {"apiKey": {"id": 1, "v": "x"}, "a": 1}   → {"apiKey": [Filtered], "a": 1}
                    {"cvv":123}                               → {"cvv":[Filtered]}
                    {\\"password\\":\\"hunter2\\"}            → {\\"password\\":\\"[Filtered]\\"}
                    {'password': 'hunter2'}                   → {'password': '[Filtered]'}
                    "password"=>"hunter2"                     → "password"=>"[Filtered]"
                    :password=>"hunter2"                      → :password=>"[Filtered]"
                    [password] => hunter2                     → [password] => [Filtered]
                    Login{password=hunter2, user=y}           → Login{password=[Filtered], user=y}
                    Login { password: Some("hunter2"), u: 1 } → Login { password: [Filtered], u: 1 }
                    {Username:bob Password:hunter2 Host:x}    → {Username:bob Password:[Filtered] Host:x}
                    password=b'hunter2'                       → password=b'[Filtered]'
                    password="\""hunter2"\""                  → password="\""[Filtered]"\""
                    user%3Dbob%26password%3Dhunter2%26x%3D1   → user%3Dbob%26password%3D[Filtered]%26x%3D1
                    %7B%22password%22%3A%22hunter2%22%7D      → %7B%22password%22%3A%22[Filtered]%22%7D
                    user[password]=hunter2                    → user[password]=[Filtered]
                    Server=db;Password=hun ter2;Encrypt=true  → Server=db;Password=[Filtered];Encrypt=true
                    -Djavax.net.ssl.keyStorePassword=hunter2  → -Djavax.net.ssl.keyStorePassword=[Filtered]
                    --token=hunter2                           → --token=[Filtered]
                    token=abcdef123456                        → token=[Filtered]
                    "token": "abcdef"                         → "token": "[Filtered]"
                    pin=1234                                  → pin=[Filtered]
                    passphrase: correct horse battery staple  → passphrase: [Filtered]
                    userPassword:: aHVudGVyMg==               → userPassword:: [Filtered]
                    Authorization: Bearer hunter2             → Authorization: Bearer [Filtered]
                    Authorization: hunter2                    → Authorization: [Filtered]
                    Authorization: Digest username="b", x="y" → Authorization: Digest [Filtered]
                    map[Authorization:[Bearer hunter2]]       → map[Authorization:[Bearer [Filtered]]]
                    Cookie: a=b; session=c status=500         → Cookie: [Filtered] status=500
                    'Cookie: a=b; session=c' https://x        → 'Cookie: [Filtered]' https://x
                    ("X-Api-Key", "hunter2")                  → ("X-Api-Key", "[Filtered]")
                    {password,<<"hunter2">>}                  → {password,<<"[Filtered]">>}
                    密码 password：hunter2                      → 密码 password：[Filtered]
                    password=hunter2… [cut, 9000 characters]  → password=[Filtered]… [cut, 9000 characters]
                    "password":"hunter2… [cut, 90 characters] → "password":"[Filtered]… [cut, 90 characters]
                    """)
    void removesTheValueOfATellingName(String before, String after) {
        assertScrubs(ScrubRule.KV_SECRET, before, after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '¤',
            textBlock =
                    """
                    https://x/?access_token=abc#frag     → https://x/?access_token=[Filtered]
                    https://x/?a=1&api_key=abc&b=2       → https://x/?a=1&api_key=[Filtered]&b=2
                    https://x/cb#id_token=abc&state=1    → https://x/cb#id_token=[Filtered]&state=1
                    https://x/?code=4/0AbCdef            → https://x/?code=[Filtered]
                    https://x/?a=1&amp;token=abcd&amp;b=1 → https://x/?a=1&amp;token=[Filtered]&amp;b=1
                    https://x/?sessionid=abcdef12        → https://x/?sessionid=[Filtered]
                    https://x/?X-Amz-Signature=abcdef12  → https://x/?X-Amz-Signature=[Filtered]
                    """)
    void removesTheValueOfATellingParameter(String before, String after) {
        assertScrubs(ScrubRule.QUERY_SECRET, before, after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=",
                "password: ****",
                "password: ${DB_PASSWORD}",
                "password=null",
                "password: must not be blank",
                "password: String",
                "login(user, password=self.password)",
                "login(user, password=password)",
                "password: required",
                "token = self._get_token(user)",
                "token = AppWindowToken{9f4ef63 token=Token{a64f992 ActivityRecord{de9231d",
                "mToken=android.os.BinderProxy@9f4ef63",
                "/etc/passwd: No such file or directory",
                "InvalidPasswordException: The password must be longer",
                "Auth::Token::Expired",
                "PWD=/usr/local/bin",
                "author=alice12345 authenticate=abc12345678",
                "monkey=banana123 keyboard=abc12345678 tokenize: abc123456789",
                "session_id=abcdef123456 user_id=abcdef123456 request_id=abcdef123456",
                "max_tokens=500 primary_key=abc123456 public_key: abcdef123456",
                "https://x/?session_id=abcdef123456&user_id=1",
                "https://x/?code=404&key=name",
                "code=4/0AbCdef key=AbCdEf12",
                "Unexpected token: '<'",
                "GPIO pin: 13",
                "pass: 12, fail: 3",
                "{\"columns\": [\"email\", \"password\", \"name\"]}",
                "secret://vault/path",
            })
    void keepsWhatOnlyLooksLikeIt(String text) {
        assertKeeps(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"password\"]=>\n  string(7) \"hunter2\"",
                "password: |\n  hunter2\n  hunter2\nuser: bob",
                "a:\n  password: >\n    hunter2\n  user: bob",
                "{\"password\":\n   \"hunter2\"}",
                "password = hunter2\nuser = bob",
            })
    void readsOnBehindTheEndOfTheLineWhereItsFormatDoes(String text) {
        ScrubbedText scrubbed = new Scrubber(ScrubbingSettings.DEFAULT).scrub(text);

        org.assertj.core.api.Assertions.assertThat(scrubbed.text())
                .doesNotContain("hunter2")
                .contains("[Filtered]");
    }
}
