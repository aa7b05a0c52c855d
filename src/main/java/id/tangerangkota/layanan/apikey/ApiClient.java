package id.tangerangkota.layanan.apikey;

/**
 * A program that showed a key which is good for what it wants.
 *
 * @param name of the program or the organisation behind it
 */
public record ApiClient(ApiClientId id, String name) {
}
