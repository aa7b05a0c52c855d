package id.tangerangkota.layanan.vault;

/**
 * Where an encrypted value stands. A value moved to another row, column or table cannot
 * be opened there.
 *
 * @param table with its schema, such as {@code identity.account}
 * @param row the row's key
 */
public record Place(String table, String column, String row) {
}
