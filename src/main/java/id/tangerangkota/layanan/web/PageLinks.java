package id.tangerangkota.layanan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list a program reads; {@code prev} and {@code next} are absent where there
 * is none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageLinks(String self, String first, @Nullable String prev, @Nullable String next) {
}
