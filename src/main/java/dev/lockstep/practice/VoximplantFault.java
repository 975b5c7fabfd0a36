package dev.lockstep.practice;

/** The errors of Voximplant that its simulator tells, with the status that each would have if it were not 200. */
enum VoximplantFault {
    INTERNAL(2, "Internal error", 500),
    AUTHORIZATION_FAILED(100, "Authorization failed", 401),
    INVALID_ARGUMENTS(101, "Invalid arguments", 400),
    UNKNOWN_COMMAND(103, "Unknown command", 404),
    FORBIDDEN_COMMAND(104, "Forbidden command", 403),
    INVALID_APPLICATION_NAME(107, "Invalid application name", 400),
    INVALID_APPLICATION_ID(116, "The 'application_id' parameter is invalid.", 400),
    EMPTY_PARAMETER(134, "Required parameter is empty", 400),
    UPGRADE_REQUIRED(317, "Upgrade to a paid account to use the requested resource parameter", 402),
    RATE_LIMIT(340, "Rate limit exceeded", 429),
    NOT_FOUND(341, "Record not found by ID", 404),
    TOKEN_FORMAT(447, "Invalid token format", 401),
    TOKEN_TOO_LONG(454, "Token TTL is over the maximum", 401),
    TOKEN_FROM_THE_FUTURE(455, "Token issued in the future", 401),
    TOKEN_EXPIRED(456, "Token expired", 401),
    NOT_UNIQUE(493, "'secret_name' is not unique", 409),
    INVALID_NAME(496, "'secret_name' parameter is invalid", 400),
    INVALID_NEW_NAME(496, "'new_secret_name' parameter is invalid", 400),
    INVALID_ID(496, "'secret_id' parameter is invalid", 400),
    INVALID_COUNT(496, "'count' parameter is invalid", 400),
    TAKEN_IN_WORDS(101, "A secret with this name already exists", 400),
    TOO_LONG(499, "'secret_value' is too long", 400);

    final int code;
    final String told;
    final int status;

    VoximplantFault(int code, String told, int status) {
        this.code = code;
        this.told = told;
        this.status = status;
    }
}
