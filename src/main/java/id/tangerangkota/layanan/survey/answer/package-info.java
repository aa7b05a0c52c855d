/**
 * Asking and taking answers: who is asked what, sheets, invitations, what people write,
 * and floods of answers.
 */
@NullMarked
package id.tangerangkota.layanan.survey.answer;

import org.jspecify.annotations.NullMarked;
