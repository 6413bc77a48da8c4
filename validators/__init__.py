"""Say what a reading means for this organisation and the law; never open a document."""
