package dev.faultline.access;

/// What a request may need: the permission of its key, and the role of who made the key.
public enum Right {
    READ(Permission.READ, Role.VIEWER),
    INGEST(Permission.INGEST, Role.DEVELOPER),
    RESOLVE(Permission.WRITE, Role.DEVELOPER),
    ALERTS_WRITE(Permission.WRITE, Role.DEVELOPER),
    DELETE(Permission.ADMIN, Role.ADMIN),
    SETTINGS_READ(Permission.ADMIN, Role.DEVELOPER),
    SETTINGS_WRITE(Permission.ADMIN, Role.ADMIN),
    /// A developer deals with the keys of his own only.
    KEYS(Permission.ADMIN, Role.DEVELOPER),
    PROJECTS(Permission.ADMIN, Role.ADMIN),
    TEAM(Permission.ADMIN, Role.ADMIN),
    AUDIT(Permission.ADMIN, Role.ADMIN);

    private final Permission permission;
    private final Role role;

    Right(Permission permission, Role role) {
        this.permission = permission;
        this.role = role;
    }

    /// What the key needs, or more.
    public Permission permission() {
        return permission;
    }

    /// What who made the key has to be, or more.
    public Role role() {
        return role;
    }
}
