package dev.faultline.scrub;

import java.util.List;

/// The tokens that their issuers made recognizable: a fixed prefix, and at least so many characters
/// behind it. Gathered from the issuers' documentation and the rules of secret scanners.
final class TokenForms {

    /// @param prefix case counts
    /// @param shortest characters behind the prefix
    /// @param alphabet which characters those are
    record Form(String prefix, int shortest, Alphabet alphabet) {}

    enum Alphabet {
        UPPER,
        HEX,
        ALNUM,
        /// Letters, digits, `_` and `-`.
        NAME,
        /// And `.`, `/`, `+`, `=`, `~`, `:`, `%`, `$`.
        ANY;

        boolean has(char c) {
            return switch (this) {
                case UPPER -> Chars.isUpper(c) || Chars.isDigit(c);
                case HEX -> Chars.isHex(c);
                case ALNUM -> Chars.isAlnum(c);
                case NAME -> Chars.isName(c);
                case ANY -> Chars.isName(c) || "./+=~:%$".indexOf(c) >= 0;
            };
        }
    }

    static final List<Form> ALL =
            List.of(
                    // Faultline's own keys, Stripe's, and those of others who took after them.
                    name("sk_live_", 6),
                    name("sk_test_", 6),
                    name("rk_live_", 6),
                    name("rk_test_", 6),
                    name("sk_prod_", 6),
                    name("pk_live_", 16),
                    name("pk_test_", 16),
                    name("it_live_", 16),
                    name("whsec_", 16),
                    name("rzp_live_", 10),
                    name("rzp_test_", 10),
                    // Clouds: Amazon, Google, Microsoft, Alibaba, Tencent, DigitalOcean, Heroku.
                    upper("AKIA", 16),
                    upper("ASIA", 16),
                    upper("ABIA", 16),
                    upper("ACCA", 16),
                    any("ABSK", 60),
                    any("amzn.mws.", 20),
                    any("FwoGZXIvYXdz", 40),
                    any("IQoJb3JpZ2lu", 40),
                    name("AIza", 30),
                    any("ya29.", 16),
                    name("GOCSPX-", 20),
                    any("1//0", 24),
                    alnum("LTAI", 12),
                    alnum("AKID", 28),
                    name("dop_v1_", 30),
                    name("doo_v1_", 30),
                    name("dor_v1_", 30),
                    name("HRKU-", 30),
                    // Code hosts and registries.
                    name("ghp_", 20),
                    name("gho_", 20),
                    name("ghu_", 20),
                    name("ghs_", 20),
                    name("ghr_", 20),
                    name("github_pat_", 20),
                    name("glpat-", 16),
                    name("gldt-", 16),
                    name("glrt-", 16),
                    name("glptt-", 16),
                    name("glcbt-", 16),
                    name("glimt-", 16),
                    name("glsoat-", 16),
                    name("glft-", 16),
                    name("glagent-", 16),
                    name("gloas-", 16),
                    name("glffct-", 16),
                    name("ATBB", 24),
                    any("ATATT3", 24),
                    any("ATCTT3", 24),
                    name("npm_", 24),
                    name("pypi-", 24),
                    name("rubygems_", 24),
                    name("dckr_pat_", 20),
                    name("dckr_oat_", 20),
                    name("CLOJARS_", 30),
                    name("oy2", 40),
                    alnum("AKCp", 50),
                    name("cio", 32),
                    // Chat and mail.
                    name("xoxb-", 10),
                    name("xoxp-", 10),
                    name("xoxa-", 10),
                    name("xoxr-", 10),
                    name("xoxs-", 10),
                    name("xoxo-", 10),
                    name("xoxc-", 10),
                    any("xoxd-", 10),
                    any("xoxe.", 10),
                    name("xoxe-", 10),
                    name("xapp-", 10),
                    any("SG.", 24),
                    hex("SK", 32),
                    hex("key-", 32),
                    name("xkeysib-", 30),
                    name("xsmtpsib-", 30),
                    // Language models.
                    name("sk-ant-", 16),
                    name("sk-proj-", 16),
                    name("sk-svcacct-", 16),
                    name("sk-admin-", 16),
                    name("sk-or-", 16),
                    name("sk-", 20),
                    alnum("hf_", 24),
                    alnum("gsk_", 24),
                    alnum("pplx-", 24),
                    alnum("r8_", 24),
                    name("xai-", 24),
                    // Shops and payments.
                    name("shpat_", 24),
                    name("shpss_", 24),
                    name("shpca_", 24),
                    name("shppa_", 24),
                    name("sq0atp-", 20),
                    name("sq0csp-", 20),
                    any("access_token$production$", 20),
                    name("EZAK", 40),
                    name("EZTK", 40),
                    name("FLWSECK", 24),
                    name("shippo_live_", 20),
                    // Operations.
                    any("hvs.", 20),
                    any("hvb.", 20),
                    any("dp.pt.", 20),
                    any("dp.st.", 20),
                    any("dt0c01.", 20),
                    name("glsa_", 24),
                    any("glc_", 24),
                    name("NRAK-", 20),
                    name("NRAL-", 20),
                    any("sntrys_", 24),
                    name("sntryu_", 24),
                    hex("dapi", 32),
                    name("pscale_tkn_", 24),
                    name("pscale_pw_", 24),
                    name("pul-", 30),
                    name("CCIPAT_", 20),
                    name("CCIPRJ_", 20),
                    name("bkua_", 24),
                    name("tskey-", 16),
                    name("fo1_", 30),
                    upper("AGE-SECRET-KEY-1", 40),
                    any("ops_eyJ", 40),
                    // Work tools.
                    name("lin_api_", 24),
                    name("ntn_", 30),
                    name("secret_", 40),
                    name("figd_", 24),
                    name("PMAK-", 30),
                    name("sbp_", 30),
                    name("sb_secret_", 16),
                    name("CFPAT-", 30),
                    name("tfp_", 30),
                    alnum("EAAC", 40),
                    alnum("EAAB", 40),
                    alnum("EAAG", 40),
                    // Hashes of passwords: bcrypt, Argon2, crypt(3), Django.
                    any("$2a$", 30),
                    any("$2b$", 30),
                    any("$2y$", 30),
                    any("$argon2", 30),
                    any("$6$", 40),
                    any("$5$", 40),
                    any("$apr1$", 24),
                    any("pbkdf2_sha256$", 24),
                    // Web hooks: who knows the address may post.
                    any("hooks.slack.com/services/", 16),
                    any("hooks.slack.com/workflows/", 16),
                    any("discord.com/api/webhooks/", 24),
                    any("discordapp.com/api/webhooks/", 24));

    private TokenForms() {}

    private static Form upper(String prefix, int shortest) {
        return new Form(prefix, shortest, Alphabet.UPPER);
    }

    private static Form hex(String prefix, int shortest) {
        return new Form(prefix, shortest, Alphabet.HEX);
    }

    private static Form alnum(String prefix, int shortest) {
        return new Form(prefix, shortest, Alphabet.ALNUM);
    }

    private static Form name(String prefix, int shortest) {
        return new Form(prefix, shortest, Alphabet.NAME);
    }

    private static Form any(String prefix, int shortest) {
        return new Form(prefix, shortest, Alphabet.ANY);
    }
}
