package dev.tare.web;

import dev.tare.inspection.Inspection;

/** An answer that is an image's bill of materials. */
record SbomAnswer(Inspection inspection) {}
