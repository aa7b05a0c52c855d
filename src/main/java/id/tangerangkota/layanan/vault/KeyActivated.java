package id.tangerangkota.layanan.vault;

/**
 * From now on new values are made with this key.
 *
 * @param keyId such as {@code data-2}
 */
public record KeyActivated(String keyId) {
}
