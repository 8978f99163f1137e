package dev.faultline.grouping.message;

/// Words whose digits belong to the name of a thing: `utf-8`, `TLSv1.2`, `HTTP/1.1`, `sha256`.
final class Technical {

    private static final int LONGEST = 14;

    private static final Terms WORDS =
            Terms.ignoringCase(
                    // Encodings and hashes
                    "utf8 utf16 utf32 utf8mb3 utf8mb4 latin1 base16 base32 base58 base64 md4",
                    "md5 sha1 sha2 sha3 sha224 sha256 sha384 sha512 crc16 crc32 blake2b blake3",
                    "hs256 hs384 hs512 rs256 rs384 rs512 es256 es384 es512 ps256 ed25519 x25519",
                    "rc4 3des des3 x509 pkcs1 pkcs7 pkcs8 pkcs12",
                    // Platforms
                    "x86 x64 amd64 arm64 i386 i586 i686 win32 win64 k8s k3s ec2 s3 route53",
                    "log4j log4j2 neo4j h2 db2 hdf5 sqlite3 boto3 urllib3 libxml2 oauth1 oauth2",
                    "saml2 http2 http3 tls12 tls13 ipv4 ipv6 tcp4 tcp6 udp4 udp6 socks4 socks5",
                    "pop3 imap4 mp3 mp4 h264 h265 i18n l10n a11y e2e p2p b2b b2c v4l2 web3 ext3",
                    "ext4 es6 vt100",
                    // Types
                    "int8 int16 int32 int64 int128 uint8 uint16 uint32 uint64 uint128 float16",
                    "float32 float64 bfloat16 u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 f32 f64",
                    "int4");

    /// What a number may follow, with or without a joint: `AES-256`, `AES_256_GCM`, `HTTP/2`.
    private static final Terms FAMILIES =
            Terms.ignoringCase(
                    "utf ucs iso sha aes rsa ecdsa des chacha rfc tls tlsv ssl sslv dtlsv http",
                    "cp koi gb big cve windows x86 ieee ipv oauth saml crc md");

    private Technical() {}

    static int end(String text, int start) {
        if (Chars.isName(Chars.at(text, start - 1))) {
            return Form.NONE;
        }
        int letters = Chars.lettersEnd(text, start);
        if (letters - start > LONGEST || (letters == start && Chars.at(text, start) != '3')) {
            return Form.NONE;
        }
        int word = Chars.wordEnd(text, start);
        if (word > letters
                && word - start <= LONGEST
                && !Chars.goesOn(text, word)
                && !isPart(text, word)
                && WORDS.contains(text, start, word)) {
            return word;
        }
        if (text.startsWith("x86_64", start) && !Chars.goesOn(text, start + 6)) {
            return start + 6;
        }
        return letters - start >= 2 ? familyEnd(text, start, letters) : Form.NONE;
    }

    /// `k8s.io` is a host, `s3/x` a path.
    private static boolean isPart(String text, int word) {
        char joint = Chars.at(text, word);
        return (joint == '.' || joint == '/') && Chars.isLetter(Chars.at(text, word + 1));
    }

    private static int familyEnd(String text, int start, int letters) {
        char joint = Chars.at(text, letters);
        int number = "-_/".indexOf(joint) >= 0 ? letters + 1 : letters;
        if (joint == ' ' && text.charAt(letters - 1) != 'P') {
            number = letters + 1;
        }
        int end = Chars.digitsEnd(text, number);
        if (end == number
                || end - number > 5
                || (joint == ' ' && Chars.at(text, end) != '.')
                || !FAMILIES.contains(text, start, letters)) {
            return Form.NONE;
        }
        while ("-._".indexOf(Chars.at(text, end)) >= 0 && Chars.isDigit(Chars.at(text, end + 1))) {
            end = Chars.digitsEnd(text, end + 1);
        }
        end =
                text.regionMatches(true, end, "LE", 0, 2)
                                || text.regionMatches(true, end, "BE", 0, 2)
                        ? end + 2
                        : end;
        return Chars.goesOn(text, end) && Chars.at(text, end) != '_' ? Form.NONE : end;
    }
}
