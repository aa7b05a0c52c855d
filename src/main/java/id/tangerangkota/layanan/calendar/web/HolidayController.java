package id.tangerangkota.layanan.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import id.tangerangkota.layanan.calendar.CalendarDesk;
import id.tangerangkota.layanan.calendar.Certainty;
import id.tangerangkota.layanan.calendar.Holiday;
import id.tangerangkota.layanan.calendar.HolidayKind;
import id.tangerangkota.layanan.calendar.HolidayTaken;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of holidays, by year. */
@Controller
class HolidayController {

	static final String PATH = "/admin/hari-libur";

	private static final String LIST = "redirect:/admin/hari-libur";

	private final CalendarDesk desk;

	private final WorkingCalendar calendar;

	private final MessageSource messages;

	private final PageClock pageClock;

	private final Clock clock;

	HolidayController(CalendarDesk desk, WorkingCalendar calendar, MessageSource messages, PageClock pageClock,
			Clock clock) {
		this.desk = desk;
		this.calendar = calendar;
		this.messages = messages;
		this.pageClock = pageClock;
		this.clock = clock;
	}

	/** A holiday, in words. */
	record Row(String day, String date, String name, String kind, String certainty, String source, boolean edited) {
	}

	/** Another year of the list. */
	record YearLink(String label, boolean current) {
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String tahun, Model model, Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		LocalDate chosen = Typed.date(tahun + "-01-01");
		Year year = Year.from((chosen != null) ? chosen : today);
		TreeSet<Year> years = new TreeSet<>(this.desk.years());
		years.add(Year.from(today));
		years.add(Year.from(today).plusYears(1));
		model.addAttribute("year", year.toString());
		model.addAttribute("years",
				years.stream().map((other) -> new YearLink(other.toString(), other.equals(year))).toList());
		model.addAttribute("missing", this.calendar.missingYear(today).map(Year::toString).orElse(null));
		model.addAttribute("holidays",
				this.desk.holidays(year)
					.stream()
					.map((entry) -> row(entry.holiday(), entry.edited(), locale))
					.toList());
		return "calendar/holidays";
	}

	private Row row(Holiday holiday, boolean edited, Locale locale) {
		return new Row(holiday.day().toString(), this.pageClock.date(holiday.day(), locale),
				(Language.of(locale) == Language.ENGLISH) ? holiday.nameEn() : holiday.name(),
				say("calendar.kind." + holiday.kind(), locale),
				say("calendar.certainty." + holiday.certainty(), locale), holiday.source(), edited);
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	@GetMapping(PATH + "/baru")
	String adding(Model model, Locale locale) {
		model.addAttribute("form", HolidayForm.EMPTY);
		return form(null, model, locale);
	}

	@PostMapping(PATH + "/baru")
	String add(@ModelAttribute("form") HolidayForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale, RedirectAttributes redirect) {
		Holiday holiday = form.holiday(errors);
		if (holiday != null) {
			try {
				this.desk.add(holiday);
				Flash.put(request, Flash.Kind.SUCCESS, "calendar.done.added");
				return to(holiday.day(), redirect);
			}
			catch (HolidayTaken ex) {
				errors.rejectValue("tanggal", "calendar.error.taken");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return form(null, model, locale);
	}

	@GetMapping(PATH + "/{day}/ubah")
	String editing(@PathVariable String day, Model model, Locale locale) {
		Holiday holiday = find(day);
		model.addAttribute("form", HolidayForm.of(holiday));
		return form(holiday, model, locale);
	}

	@PostMapping(PATH + "/{day}/ubah")
	String edit(@PathVariable String day, @ModelAttribute("form") HolidayForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale,
			RedirectAttributes redirect) {
		Holiday before = find(day);
		Holiday changed = form.holiday(errors);
		if (changed != null) {
			try {
				this.desk.change(before.day(), changed);
				Flash.put(request, Flash.Kind.SUCCESS, "calendar.done.edited");
				return to(changed.day(), redirect);
			}
			catch (HolidayTaken ex) {
				errors.rejectValue("tanggal", "calendar.error.taken");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return form(before, model, locale);
	}

	private String form(@Nullable Holiday holiday, Model model, Locale locale) {
		if (holiday != null) {
			model.addAttribute("day", holiday.day().toString());
		}
		model.addAttribute("kinds", choices("calendar.kind.", HolidayKind.values(), locale));
		model.addAttribute("certainties", choices("calendar.certainty.", Certainty.values(), locale));
		return "calendar/holiday-form";
	}

	private List<Choice> choices(String start, Enum<?>[] values, Locale locale) {
		return Arrays.stream(values)
			.map((value) -> new Choice(value.name(), say(start + value.name(), locale),
					say(start + value.name() + ".hint", locale)))
			.toList();
	}

	@GetMapping(PATH + "/{day}/hapus")
	String removing(@PathVariable String day, Model model, Locale locale) {
		model.addAttribute("holiday", row(find(day), false, locale));
		return "calendar/holiday-remove";
	}

	@PostMapping(PATH + "/{day}/hapus")
	String remove(@PathVariable String day, HttpServletRequest request, RedirectAttributes redirect) {
		LocalDate date = find(day).day();
		this.desk.remove(date);
		Flash.put(request, Flash.Kind.SUCCESS, "calendar.done.removed");
		return to(date, redirect);
	}

	private Holiday find(String day) {
		LocalDate date = Typed.date(day);
		if (date == null) {
			throw new NotFound();
		}
		return this.desk.holiday(date).orElseThrow(NotFound::new);
	}

	private static String to(LocalDate day, RedirectAttributes redirect) {
		redirect.addAttribute("tahun", Integer.toString(day.getYear()));
		return LIST;
	}

}
