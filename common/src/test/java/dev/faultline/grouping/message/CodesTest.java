package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "upstream returned HTTP 404 → 404",
                "status code 429 → 429",
                "status: 503 → 503",
                "statusCode=404 → 404",
                "404 Not Found for /orders → 404",
                "409 (Conflict) → 409",
                "responded with 404 → 404",
                "status of 404 () → 404",
                "request failed (404) → 404",
                "got 404 from upstream → 404",
                "GET /x HTTP/1.1\" 502 5 → 502",
                "payment rejected: E1001 → E1001",
                "failed with E1001 → E1001",
                "error TS2345: x → TS2345",
                "ORA-00060 → ORA-00060",
                "caught ORA-00942 → ORA-00942",
                "HHH000346: x → HHH000346",
                "SQLSTATE[42S02] → 42S02",
                "SQLSTATE 23505 → 23505",
                "SQL state [23000] → 23000",
                "MySQL error 1213 → 1213",
                "ERROR 1045 (28000): x → 1045",
                "E11000 duplicate key → E11000",
                "OperationalError) (1213, 'Deadlock') → 1213",
                "Msg 2627, Level 14 → 2627",
                "SQLCODE=-803 → -803",
                "[Errno 2] No such file → 2",
                "(os error 13) → 13",
                "WinError 10054 → 10054",
                "connect ECONNREFUSED 10.0.0.1:80 → ECONNREFUSED",
                "WSAECONNRESET → WSAECONNRESET",
                "process exited with code 137 → 137",
                "exit status 1 → 1",
                "status=9/KILL → 9",
                "killed by signal 11 → 11",
                "SIGSEGV → SIGSEGV",
                "rpc failed: UNAVAILABLE → UNAVAILABLE",
                "rpc failed: code 14 → 14",
                "code = DeadlineExceeded → DeadlineExceeded",
                "rpc error: code = Internal desc → Internal",
                "COM call failed: 0x80070005 → 0x80070005",
                "exception 0xc0000005 → 0xc0000005",
                "alert number 40 → 40",
                "curl: (28) timed out → 28",
                "550 5.1.1 User unknown → 550 5.1.1",
                "net::ERR_CONNECTION_REFUSED → ERR_CONNECTION_REFUSED",
                "PG::UniqueViolation → PG::UniqueViolation",
                "(psycopg2.errors.UniqueViolation) → UniqueViolation",
                "Error Code: NoSuchKey; → NoSuchKey",
                "An error occurred (ThrottlingException) when → ThrottlingException",
                "oauth error invalid_grant → invalid_grant",
                "close code 1006 → 1006"
            })
    void findsCodes(String text, String code) {
        assertThat(Codes.in(text)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order 404 not found",
                "Invoice 500 is overdue",
                "User 503 deleted",
                "query returned 404 rows",
                "returned 500 items",
                "got 404 items",
                "found 500 errors in 3 files",
                "room 404 booked",
                "port 443 in use",
                "code 123456 expired",
                "verification code 4821 invalid",
                "promo code SAVE10 invalid",
                "zip code 90210 unknown",
                "country code 49 unknown",
                "status of order 404 unknown",
                "step 404 of 500",
                "took 404 ms",
                "404 rows",
                "500 users online",
                "error on line 404",
                "errors: 500",
                "error (500 ms)",
                "error (22:fe:bc:7c:c4:39)",
                "Error: 500 records failed",
                "Error: 5 of 10 failed",
                "ERROR 12345 --- [main] x",
                "ERROR [12345] something",
                "page 404",
                "employee E1234 missing",
                "ticket JIRA-1234 closed",
                "order ORD-10023 late",
                "sku AB-1234 gone",
                "flight LH4400 cancelled",
                "GATE E12 closed",
                "pid 404 exited",
                "process 404 exited after 5 s",
                "waiting for signal from worker 5",
                "at 0x8004bead12",
                "customer no. 500",
                "http port 8080",
                "5 errors",
                "Unexpected character ('x' (code 18)): was",
                "expected 200, got 500",
                "E0101 12:00:00.000000 1 x.go:1] y",
                "id 0x1234",
                "flag word 0x99cac686 is invalid",
                "thread 404 with 500 connections",
                "with 404 open files",
                "a 500 MB file",
                "response 500 bytes",
                "Request 404 timed out",
                "failed after 404 retries",
                "MAX_RETRIES_COUNT 404",
                "status 200",
                "status: 304",
                "HTTP 200",
                "code 200 ok",
                "exited with 5 errors",
                "retry with 503 items",
                "the access code 12345 is wrong",
                "invalid code 12345",
                "batch 404: 12 rows"
            })
    void takesNoIdAndNoCountForACode(String text) {
        assertThat(Codes.in(text)).isEmpty();
    }

    @Test
    void listsEachCodeOnceInItsOrder() {
        assertThat(Codes.in("status 404, errno 2, status 404, EPIPE"))
                .containsExactly("404", "2", "EPIPE");
    }

    @Test
    void listsFourAtMost() {
        assertThat(Codes.in("errno 1 errno 2 errno 3 errno 4 errno 5"))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void findsNoneInAnEmptyText() {
        assertThat(Codes.in("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "status code 429 → 429",
                "status: 503 → 503",
                "statusCode=404 → 404",
                "status of 404 () → 404",
                "payment rejected: E1001 → E1001",
                "caught ORA-00942 → ORA-00942",
                "process exited with code 137 → 137",
                "exit status 1 → 1",
                "status=9/KILL → 9",
                "killed by signal 11 → 11"
            })
    void keepsCodesInTemplates(String text, String code) {
        assertThat(MessageTemplate.of(text)).contains(code);
    }
}
