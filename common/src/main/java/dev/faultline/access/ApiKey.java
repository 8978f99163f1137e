package dev.faultline.access;

import dev.faultline.event.ProjectId;

/// A valid API key, as a request carries it after authentication.
///
/// @param id names the key where its secret must not be seen: in logs, records and the API
/// @param project whose errors it may write and read
/// @param preview what may be shown of the key, like `sk_****7890`
public record ApiKey(String id, ProjectId project, String preview) {}
