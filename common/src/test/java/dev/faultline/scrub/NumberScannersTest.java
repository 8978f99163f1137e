package dev.faultline.scrub;

import static dev.faultline.scrub.Scrubbing.assertKeeps;
import static dev.faultline.scrub.Scrubbing.assertScrubs;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScannersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111+1111+1111+1111",
                "4111%201111%201111%201111",
                "4222222222222",
                "378282246310005",
                "3782 822463 10005",
                "30569309025904",
                "5555555555554444",
                "6011111111111117",
                "3530111333300000",
                "6304000000000000000",
                "2223003122003222",
            })
    void removesCards(String card) {
        for (String around :
                new String[] {
                    "%s", "card %s.", "(%s)", "no=%s&x", "\"%s\"", "a,%s,b", "%s 12/25"
                }) {
            assertScrubs(ScrubRule.CARD, around.formatted(card), around.formatted("[card]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "blk_4111111111111111",
                "blk_-4111111111111111",
                "a4111111111111111",
                "4111111111111111b",
                "0.4111111111111111",
                "41111111111111111111",
                "/releases/20240030441305/shop",
                "1111111111111117",
                "4111  1111  1111  1111",
                "3 4 5 6 7 8 9 0 1 2 3 4 5 6",
            })
    void keepsOtherNumbers(String number) {
        assertKeeps(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "de89370400440532013000",
                "DE89 3704 0044 0532 0130 00",
                "GB82-WEST-1234-5698-7654-32",
                "FR1420041010050500013M02606",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
            })
    void removesIbans(String iban) {
        for (String around :
                new String[] {"%s", "to %s paid", "(%s)", "iban=%s;", "\"%s\"", "Konto:%s."}) {
            assertScrubs(ScrubRule.IBAN, around.formatted(iban), around.formatted("[iban]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013001",
                "DE8937040044053201300",
                "DE893704004405320130001",
                "XX89370400440532013000",
                "aDE89370400440532013000",
                "de89",
            })
    void keepsWhatIsNoIban(String text) {
        assertKeeps(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"219-09-9999", "078-05-1120", "899-99-9999"})
    void removesSocialSecurityNumbers(String number) {
        for (String around : new String[] {"%s", "ssn %s.", "(%s)", "\"%s\","}) {
            assertScrubs(ScrubRule.US_SSN, around.formatted(number), around.formatted("[ssn]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000-12-3456",
                "666-12-3456",
                "900-12-3456",
                "123-00-4567",
                "123-45-0000",
                "1123-45-6789",
                "123-45-67890",
                "123-45-6789-0",
                "0.123-45-6789",
                "2024-11-2024",
            })
    void keepsWhatIsNoSocialSecurityNumber(String text) {
        assertKeeps(text);
    }
}
