"""Files made to break readers, by our own code: one function per trick, one outcome for each."""
