/**
 * One class for each check, listed in {@code Checks}. A check reads one inspection and returns a verdict with
 * its masked evidence. Only the checks' common type, their findings, verdicts and list are public. It may use
 * {@code inspection} with its sub-packages, {@code ecosystem}, {@code ecosystem.java}, {@code filetree}, {@code
 * filetree.merge}, {@code content}, {@code image}, {@code secret}, {@code secret.redaction} and {@code wording}.
 */
@NullMarked
package dev.tare.policy.check;

import org.jspecify.annotations.NullMarked;
