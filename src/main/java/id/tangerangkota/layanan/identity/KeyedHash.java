package id.tangerangkota.layanan.identity;

/**
 * A keyed hash to look something up by.
 *
 * @param keyId the key it was made with
 */
record KeyedHash(byte[] value, String keyId) {
}
