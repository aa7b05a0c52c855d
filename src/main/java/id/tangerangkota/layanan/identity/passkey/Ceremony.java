package id.tangerangkota.layanan.identity.passkey;

/**
 * What a browser is asked to do with a passkey.
 *
 * @param optionsJson for the page: options as
 * {@code PublicKeyCredential.parseCreationOptionsFromJSON} and
 * {@code parseRequestOptionsFromJSON} read them
 * @param challenge what the answer must fit, and until when: text without a meaning to
 * others. Whoever began the ceremony keeps it on the server, in the session, and takes it
 * away with the first answer
 */
public record Ceremony(String optionsJson, String challenge) {
}
