package org.cordon.gateway.documents;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file as it arrives: its bytes are still on their way. */
record FilePart(String name, @Nullable String mediaType, InputStream bytes) {}
