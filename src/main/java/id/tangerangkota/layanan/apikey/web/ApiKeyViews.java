package id.tangerangkota.layanan.apikey.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.apikey.ApiClientDetail;
import id.tangerangkota.layanan.apikey.ApiClientDetail.Secret;
import id.tangerangkota.layanan.apikey.ApiClientSummary;
import id.tangerangkota.layanan.apikey.ApiScope;
import id.tangerangkota.layanan.apikey.ClientState;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what there is to know about programs and their keys. */
@Component
class ApiKeyViews {

	private final MessageSource messages;

	private final PageClock pageClock;

	private final Clock clock;

	ApiKeyViews(MessageSource messages, PageClock pageClock, Clock clock) {
		this.messages = messages;
		this.pageClock = pageClock;
		this.clock = clock;
	}

	/** A program in the list. */
	record Row(String id, String name, String tag, String state, List<String> prefixes, String lastUsed, String uses) {
	}

	/** A fact about a program. */
	record Fact(String label, String text, @Nullable String href) {
	}

	/** A key. */
	record Key(String prefix, String made, String state) {
	}

	/** The uses of a day. */
	record Day(String day, String uses) {
	}

	Row row(ApiClientSummary client, Locale locale) {
		return new Row(client.id().toString(), client.name(), tag(client.state()),
				state(client.state(), client.lastDay(), locale), client.prefixes(), (client.lastUsed() != null)
						? this.pageClock.date(client.lastUsed(), locale) : say("apikey.never", locale),
				number(client.uses(), locale));
	}

	/** The colour and shape of a state. */
	String tag(ClientState state) {
		return switch (state) {
			case ACTIVE -> "up";
			case EXPIRED -> "maintenance";
			case REVOKED -> "down";
		};
	}

	String state(ClientState state, @Nullable LocalDate lastDay, Locale locale) {
		return (state == ClientState.ACTIVE && lastDay != null)
				? say("apikey.state.until", locale, this.pageClock.date(lastDay, locale))
				: say("apikey.state." + state, locale);
	}

	List<Fact> facts(ApiClientDetail client, Locale locale) {
		return List.of(fact("apikey.purpose", client.purpose(), locale), fact("apikey.scopes", String.join(", ",
				client.scopes().stream().sorted().map((scope) -> say("apikey.scope." + scope, locale)).toList()),
				locale), fact("apikey.rate", say("apikey.rate.value", locale, client.perMinute()), locale),
				fact("apikey.contact",
						(client.contact() != null) ? client.contact() : say("apikey.contact.gone", locale), locale),
				fact("apikey.issued", this.pageClock.format(client.issuedAt(), locale), locale));
	}

	private Fact fact(String label, String text, Locale locale) {
		return new Fact(say(label, locale), text, null);
	}

	List<Key> keys(ApiClientDetail client, Locale locale) {
		return client.secrets()
			.stream()
			.map((secret) -> new Key(secret.prefix(), this.pageClock.format(secret.madeAt(), locale),
					validity(secret, client.state(), locale)))
			.toList();
	}

	private String validity(Secret secret, ClientState state, Locale locale) {
		@Nullable Instant end = secret.validUntil();
		if (state != ClientState.ACTIVE) {
			return say("apikey.key.void", locale);
		}
		if (end == null) {
			return say("apikey.key.valid", locale);
		}
		return this.clock.instant().isBefore(end) ? say("apikey.key.until", locale, this.pageClock.format(end, locale))
				: say("apikey.key.void", locale);
	}

	List<Day> days(ApiClientDetail client, Locale locale) {
		return client.days()
			.stream()
			.map((day) -> new Day(this.pageClock.date(day.day(), locale), number(day.uses(), locale)))
			.toList();
	}

	List<Choice> scopes(Locale locale) {
		return Arrays.stream(ApiScope.values())
			.map((scope) -> new Choice(scope.name(), say("apikey.scope." + scope, locale),
					say("apikey.scope." + scope + ".hint", locale)))
			.toList();
	}

	List<Choice> overlaps(Locale locale) {
		return Arrays.stream(Overlap.values())
			.map((overlap) -> new Choice(overlap.name(), say("apikey.overlap." + overlap, locale),
					say("apikey.overlap." + overlap + ".hint", locale)))
			.toList();
	}

	private static String number(long number, Locale locale) {
		return NumberText.exact(number, 0, locale);
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
