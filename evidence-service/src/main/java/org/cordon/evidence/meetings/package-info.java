/**
 * The meetings of a case: what is planned, whom it was sent to, who was there. Start with {@link
 * org.cordon.evidence.meetings.Meetings} (what is done) and {@link
 * org.cordon.evidence.meetings.OpenMeetings} (what somebody may see of it).
 *
 * <p>A paper before a meeting, its count and the lines of the agenda that are tied to it are shown
 * only to those who may find the paper. Before an invitation goes, and again when attendance is put
 * on record, each person is checked against each paper (rule 18); delicate papers are never put
 * before the case group (rule 7), and there is no meeting with practitioners before the early
 * discussion (rule 17). Whoever was invited sees the meeting as it was when it was last sent.
 *
 * <p>Invariant: a paper that whoever changes a meeting may not find stays where it is, and every
 * state of a meeting is kept. Allowed dependencies: papers, drafts, items, objects, platform.
 */
@NullMarked
package org.cordon.evidence.meetings;

import org.jspecify.annotations.NullMarked;
