package dev.faultline.query.access;

/// What people call keys, projects and each other.
public final class Names {

    private static final int MAX_LENGTH = 100;

    private Names() {}

    /// @return the name without blanks around it
    /// @throws IllegalArgumentException if it has not 1 to 100 characters, or one that can't be
    ///   seen
    public static String checked(String field, String name) {
        String bare = name.strip();
        if (bare.isEmpty()
                || bare.length() > MAX_LENGTH
                || bare.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %d characters, none of them a control character"
                            .formatted(field, MAX_LENGTH));
        }
        return bare;
    }
}
