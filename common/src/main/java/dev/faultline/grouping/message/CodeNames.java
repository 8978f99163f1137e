package dev.faultline.grouping.message;

/// Codes by name: errors of the operating system, signals, states of gRPC and OAuth.
final class CodeNames {

    private static final Terms ERRNO =
            Terms.of(
                    "E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF",
                    "EBADMSG EBUSY ECANCELED ECHILD ECOMM ECONNABORTED ECONNREFUSED ECONNRESET",
                    "EDEADLK EDESTADDRREQ EDOM EDQUOT EEXIST EFAULT EFBIG EHOSTDOWN",
                    "EHOSTUNREACH EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR",
                    "ELOOP EMFILE EMLINK EMSGSIZE ENAMETOOLONG ENETDOWN ENETRESET ENETUNREACH",
                    "ENFILE ENOBUFS ENODATA ENODEV ENOENT ENOEXEC ENOLCK ENOMEM ENOPROTOOPT",
                    "ENOSPC ENOSYS ENOTCONN ENOTDIR ENOTEMPTY ENOTFOUND ENOTSOCK ENOTSUP ENOTTY",
                    "ENXIO EOPNOTSUPP EOVERFLOW EPERM EPFNOSUPPORT EPIPE EPROTO EPROTONOSUPPORT",
                    "EPROTOTYPE ERANGE EREMOTEIO EROFS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE ESRCH",
                    "ESTALE ETIME ETIMEDOUT ETXTBSY EUSERS EWOULDBLOCK EXDEV EAI_AGAIN",
                    "EAI_NONAME EAI_FAIL EAI_NODATA EAI_MEMORY EAI_SERVICE",
                    // Package managers and Node
                    "ERESOLVE EINTEGRITY ETARGET E404 EUSAGE EOTP ESOCKETTIMEDOUT EAUTH",
                    "EENVELOPE ECONNECTION EDNS ETLS");

    private static final Terms SIGNALS =
            Terms.of(
                    "SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1",
                    "SIGUSR2 SIGSEGV SIGPIPE SIGALRM SIGTERM SIGSTKFLT SIGCHLD SIGSTOP SIGTSTP",
                    "SIGXCPU SIGXFSZ SIGSYS EXC_BAD_ACCESS EXC_CRASH EXC_BAD_INSTRUCTION",
                    "EXC_BREAKPOINT EXC_RESOURCE EXC_GUARD EXC_ARITHMETIC");

    private static final Terms GRPC =
            Terms.of(
                    "INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS",
                    "PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION OUT_OF_RANGE",
                    "DATA_LOSS UNIMPLEMENTED UNAUTHENTICATED UNAVAILABLE",
                    // In Go
                    "InvalidArgument DeadlineExceeded NotFound AlreadyExists PermissionDenied",
                    "ResourceExhausted FailedPrecondition OutOfRange DataLoss Unimplemented",
                    "Unauthenticated Unavailable");

    /// Of gRPC too, but also states of much else: only where gRPC is spoken of.
    private static final Terms GRPC_WORDS =
            Terms.of("CANCELLED UNKNOWN ABORTED INTERNAL Canceled Unknown Aborted Internal");

    private static final Terms OAUTH =
            Terms.of(
                    "invalid_request invalid_client invalid_grant invalid_scope invalid_token",
                    "invalid_target unauthorized_client access_denied unsupported_grant_type",
                    "unsupported_response_type unsupported_token_type insufficient_scope",
                    "server_error temporarily_unavailable login_required consent_required",
                    "interaction_required account_selection_required authorization_pending",
                    "slow_down expired_token redirect_uri_mismatch invalid_redirect_uri",
                    "invalid_client_metadata");

    /// Parts of constants that name an error: `ERR_CONNECTION_REFUSED`, `CERT_HAS_EXPIRED`.
    private static final Terms PARTS =
            Terms.of(
                    "ERR ERROR FAILED FAILURE DENIED ALERT EXPIRED INVALID REFUSED TIMEOUT",
                    "TIMEDOUT UNABLE EXCEEDED UNREACHABLE RESET CERT VIOLATION FORBIDDEN",
                    "UNAUTHORIZED MISSING NT CURLE OVERFLOW UNSUPPORTED CORRUPT ABORTED",
                    "REJECTED UNAVAILABLE");

    private CodeNames() {}

    static boolean isCode(String text, int start, int end) {
        String name = text.substring(start, end);
        char first = name.charAt(0);
        if (Chars.isLower(first)) {
            return OAUTH.contains(name);
        }
        return (first == 'E' && ERRNO.contains(name))
                || (first == 'W' && name.startsWith("WSAE"))
                || SIGNALS.contains(name)
                || GRPC.contains(name)
                || (GRPC_WORDS.contains(name) && isRpc(text, start))
                || isErrorConstant(name);
    }

    private static boolean isRpc(String text, int start) {
        return text.lastIndexOf("rpc", start) >= 0
                || text.lastIndexOf("StatusRuntimeException", start) >= 0
                || text.lastIndexOf("StatusCode", start) >= 0;
    }

    /// Two capitalised parts or more, one of which says that something went wrong.
    private static boolean isErrorConstant(String name) {
        if (name.indexOf('_') <= 0) {
            return false;
        }
        boolean error = false;
        for (String part : name.split("_", -1)) {
            for (int i = 0; i < part.length(); i++) {
                if (!Chars.isUpper(part.charAt(i)) && !Chars.isDigit(part.charAt(i))) {
                    return false;
                }
            }
            error |= PARTS.contains(part);
        }
        return error;
    }
}
