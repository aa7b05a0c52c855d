package id.tangerangkota.layanan.complaint;

import java.time.LocalDate;

import id.tangerangkota.layanan.complaint.CaseFigures.Figure;

/**
 * A clock was decided on a day that is over, or what had been decided on it is so no
 * more.
 */
public record FigureCorrected(Figure figure, LocalDate day) {
}
