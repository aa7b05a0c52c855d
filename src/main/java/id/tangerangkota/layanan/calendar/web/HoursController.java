package id.tangerangkota.layanan.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.CalendarDesk;
import id.tangerangkota.layanan.calendar.HoursEntry;
import id.tangerangkota.layanan.calendar.Season;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Office hours: of all agencies, and of those that have their own. */
@Controller
class HoursController {

	static final DayOfWeek[] WEEKDAYS = { DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
			DayOfWeek.FRIDAY };

	private static final String PATH = HolidayController.PATH + "/jam-kerja";

	private static final String LIST = "redirect:/admin/hari-libur/jam-kerja";

	private final CalendarDesk desk;

	private final MessageSource messages;

	HoursController(CalendarDesk desk, MessageSource messages) {
		this.desk = desk;
		this.messages = messages;
	}

	/**
	 * Hours, in words.
	 *
	 * @param agency null for all
	 */
	record Row(@Nullable String agency, String season, String seasonText, String weekday, String weekdayText,
			String hours) {
	}

	@GetMapping(PATH)
	String list(Model model, Locale locale) {
		model.addAttribute("form", HoursForm.EMPTY);
		return show(model, locale);
	}

	@PostMapping(PATH)
	String set(@ModelAttribute("form") HoursForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		HoursEntry entry = form.entry(errors);
		if (entry == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, locale);
		}
		this.desk.setHours(entry.agency(), entry.season(), entry.weekday(), entry.hours());
		Flash.put(request, Flash.Kind.SUCCESS, "calendar.done.hours");
		return LIST;
	}

	/** An agency goes back to the hours of all. */
	@PostMapping(PATH + "/hapus")
	String remove(HoursForm form, HttpServletRequest request) {
		String code = TypedText.maskedLine(form.opd());
		Season season = TypedText.choice(Season.values(), form.musim());
		DayOfWeek weekday = TypedText.choice(WEEKDAYS, form.hari());
		if (season != null && weekday != null && AgencyId.isValid(code)) {
			this.desk.removeHours(new AgencyId(code), season, weekday);
			Flash.put(request, Flash.Kind.SUCCESS, "calendar.done.hours");
		}
		return LIST;
	}

	private String show(Model model, Locale locale) {
		model.addAttribute("rows", this.desk.hours().stream().map((entry) -> row(entry, locale)).toList());
		model.addAttribute("seasons",
				Arrays.stream(Season.values())
					.map((season) -> new Choice(season.name(), say("calendar.season." + season, locale)))
					.toList());
		model.addAttribute("weekdays", weekdays(locale));
		return "calendar/hours";
	}

	private List<Choice> weekdays(Locale locale) {
		return Arrays.stream(WEEKDAYS)
			.map((weekday) -> new Choice(weekday.name(), say("calendar.weekday." + weekday, locale)))
			.toList();
	}

	private Row row(HoursEntry entry, Locale locale) {
		AgencyId agency = entry.agency();
		return new Row((agency != null) ? agency.code() : null, entry.season().name(),
				say("calendar.season." + entry.season(), locale), entry.weekday().name(),
				say("calendar.weekday." + entry.weekday(), locale),
				this.messages.getMessage("calendar.hours.span", new Object[] { written(entry.hours().opens(), locale),
						written(entry.hours().closes(), locale) }, locale));
	}

	/** As the portal writes times in that language. */
	private static String written(LocalTime time, Locale locale) {
		return (Language.of(locale) == Language.ENGLISH) ? time.toString() : time.toString().replace(':', '.');
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
