package dev.faultline.query.stream;

/// An event as it goes out, the same to all who listen.
///
/// @param place of the record that it comes from
/// @param text of the whole event, as [EventText] writes it
record StreamEvent(Place place, Subject subject, String text) {}
