/**
 * The file that a ledger is handed out in, and the program that checks one: {@link
 * org.cordon.merkle.export.VerifyLedger}, which needs a JDK and nothing else.
 *
 * <p>A file is text in UTF-8 with records one after another; it is written and read as a stream,
 * whatever its length. Each record is a line of words, and two kinds carry bytes after it, whose
 * number the line ends with:
 *
 * <pre>
 * cordon-ledger-export/1
 * scope whole                                 or: scope cases UUID UUID ...
 * key NAME+HASH+BASE64                        the ledger's verifier key, as the ledger itself says
 * entry POSITION SALT DIGEST LEAF BYTES       salt and digest in hexadecimal, leaf hash in base64
 * proof HASH HASH ...                         scope cases: the inclusion proof of the entry before
 * missing POSITION LEAF                       a place whose entry is gone or cannot be read any more
 * stray ID                                    an entry that was never given a place
 * checkpoint BYTES                            a signed note
 * end COUNT                                   how many entry and missing records there were
 * </pre>
 *
 * <p>In a file of the whole ledger positions run from 1 without gaps and each checkpoint stands
 * right after the last entry that it covers. In one of cases a single checkpoint comes before the
 * entries, which are proven one by one. An entry's digest is SHA-256 over its salt and its
 * canonical text, and its leaf hash that of RFC 9162 over the digest.
 */
@NullMarked
package org.cordon.merkle.export;

import org.jspecify.annotations.NullMarked;
