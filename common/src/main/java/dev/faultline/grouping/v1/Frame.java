package dev.faultline.grouping.v1;

/// One line of a stack trace: who was running.
///
/// @param form how it was printed
/// @param name of the function without what varies; with its file where the function alone says
///   little
/// @param path of the source file as printed; empty if none was
/// @param library whether it is the platform's or a library's, not the application's
record Frame(FrameForm form, String name, String path, boolean library) {

    /// The same frame, now that its file is known.
    Frame in(String file) {
        return new Frame(form, name, file, library || Libraries.hold(file));
    }
}
