/**
 * Answers that were never given, for the demo alone. Apart, so that nothing of it gets
 * among what people really said.
 */
@NullMarked
package id.tangerangkota.layanan.survey.demo;

import org.jspecify.annotations.NullMarked;
