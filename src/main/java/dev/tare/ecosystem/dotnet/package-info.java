/**
 * NuGet packages of .NET applications, from their {@code .deps.json}. Only the list of ecosystems uses this package. It
 * may use {@code archive.tar}, {@code content}, {@code content.reader}, {@code ecosystem}, {@code limits} and {@code
 * version}.
 */
@NullMarked
package dev.tare.ecosystem.dotnet;

import org.jspecify.annotations.NullMarked;
