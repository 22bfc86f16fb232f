/**
 * One class for each check, and their list in {@code Checks}. A check reads one inspection and returns a verdict with
 * masked evidence. It may use
 * {@code inspection} with its sub-packages, {@code ecosystem}, {@code ecosystem.java}, {@code filetree}, {@code
 * filetree.merge}, {@code content}, {@code image}, {@code secret}, {@code secret.redaction} and {@code wording}.
 */
@NullMarked
package dev.tare.policy.check;

import org.jspecify.annotations.NullMarked;
