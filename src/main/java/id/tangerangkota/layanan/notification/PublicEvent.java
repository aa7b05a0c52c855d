package id.tangerangkota.layanan.notification;

import java.util.Map;

/**
 * A happening as programs are told. It holds what everybody may know, and nothing about
 * people.
 *
 * @param type such as {@code outage.started}
 * @param data written as JSON
 */
public record PublicEvent(String type, Map<String, Object> data) {
}
