package id.tangerangkota.layanan.complaint.web.follow;

import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.casework.IllegalCaseChange;
import id.tangerangkota.layanan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Where reporters get to whose step cannot be taken. */
@ControllerAdvice(assignableTypes = { ReportStepController.class, ReplyController.class })
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedSteps {

	@ExceptionHandler(NotOpened.class)
	String notOpened() {
		return "redirect:/pengaduan/lacak?nomor={nomor}";
	}

	/** The page it was asked for from is old; the new one says how things are now. */
	@ExceptionHandler({ CaseRefused.class, IllegalCaseChange.class })
	String refused(RuntimeException ex, HttpServletRequest request) {
		boolean late = ex instanceof CaseRefused refused && refused.reason() == CaseRefused.Reason.TOO_LATE;
		Flash.put(request, Flash.Kind.WARNING,
				late ? "complaint-follow.refused.late" : "complaint-follow.refused.changed");
		return "redirect:/pengaduan/saya/{nomor}";
	}

}
