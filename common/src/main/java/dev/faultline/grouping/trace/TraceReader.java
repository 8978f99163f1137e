package dev.faultline.grouping.trace;

import java.util.List;

/// Reads the traces of one language.
sealed interface TraceReader
        permits DotNetReader,
                GoReader,
                JvmReader,
                OtherReader,
                PhpReader,
                PythonReader,
                RubyReader,
                RustReader,
                ScriptReader {

    StackTrace read(List<Line> lines);
}
