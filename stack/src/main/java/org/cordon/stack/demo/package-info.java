/**
 * The demo: two invented case reviews with their people, documents and proceedings, and what puts
 * them into a running installation.
 *
 * <p>Start reading at {@link org.cordon.stack.demo.DemoLoader}; what it loads is in {@link
 * org.cordon.stack.demo.DemoManifest}, made from the sources in {@code stack/src/demo}. The
 * invariant: loading goes through the same doors as everyone's work, with the accounts that may do
 * it, and may be cut off anywhere and run again without doubling anything.
 */
@NullMarked
package org.cordon.stack.demo;

import org.jspecify.annotations.NullMarked;
