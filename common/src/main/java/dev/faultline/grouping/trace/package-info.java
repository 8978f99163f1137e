/// Stack traces of all common languages, read from text into frames that hold nothing that varies
/// from run to run or from deploy to deploy.
@NullMarked
package dev.faultline.grouping.trace;

import org.jspecify.annotations.NullMarked;
