/**
 * Programs that no package manager installed, identified by their own files. The rules are the table {@code
 * program/programs.tsv}. It may use {@code archive.tar}, {@code content}, {@code content.reader}, {@code ecosystem},
 * {@code limits} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.executable;

import org.jspecify.annotations.NullMarked;
