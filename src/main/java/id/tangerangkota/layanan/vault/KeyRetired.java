package id.tangerangkota.layanan.vault;

/**
 * Nothing needs this key any more.
 *
 * @param keyId such as {@code data-1}
 */
public record KeyRetired(String keyId) {
}
