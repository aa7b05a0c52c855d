package id.tangerangkota.layanan.web.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Visitor;
import id.tangerangkota.layanan.web.VisitorMenu;
import id.tangerangkota.layanan.web.security.PageRules;
import id.tangerangkota.layanan.web.security.ResponseHeaders;
import id.tangerangkota.layanan.web.security.SecretField;
import id.tangerangkota.layanan.web.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A form, and people who sign in by saying who they are. */
@TestComponent
@Controller
public class FormPages {

	/** What the form was last sent with. */
	public volatile Map<String, List<String>> sent = Map.of();

	@GetMapping("/formulir-coba")
	String form(HttpServletResponse response) {
		ResponseHeaders.noReferrer(response);
		return "test/form";
	}

	@PostMapping("/formulir-coba")
	String send(HttpServletRequest request) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
		this.sent = parameters;
		Flash.put(request, Flash.Kind.SUCCESS, "web.category.count", "1.000 & <b>");
		return "redirect:/formulir-coba";
	}

	@GetMapping("/masuk-coba")
	@ResponseBody
	String signIn(@RequestParam String siapa, @RequestParam(defaultValue = "900") int detik,
			HttpServletRequest request) {
		HttpSession session = request.getSession();
		request.changeSessionId();
		session.setAttribute(Sessions.PRINCIPAL, siapa);
		session.setAttribute(Sessions.CONTENT, siapa);
		session.setMaxInactiveInterval(detik);
		return "in";
	}

	@PostMapping("/keluar-coba")
	@ResponseBody
	String signOut() {
		return "out";
	}

	@GetMapping({ "/akun/coba", "/akun/lain", "/petugas/coba", "/auditor/coba", "/khusus" })
	@ResponseBody
	String page() {
		return "page";
	}

	@GetMapping("/kabar-coba")
	@ResponseBody
	String flashWithoutSession(HttpServletRequest request) {
		Flash.put(request, Flash.Kind.INFO, "web.category.count", "1");
		return "put";
	}

	@Bean
	SecretField pin() {
		return new SecretField("pin", SecretField.Kind.CODE, "web.resend.code");
	}

	@Bean
	PageRules accountRules() {
		return (requests) -> requests.requestMatchers("/akun/coba").authenticated();
	}

	@Bean
	PageRules specialRules() {
		return (requests) -> requests.requestMatchers("/khusus").hasRole("PETUGAS");
	}

	@Bean
	AuthenticationEntryPoint entryPoint() {
		return (request, response, failure) -> response.sendRedirect("/masuk-coba?siapa=siapa");
	}

	@Bean
	SecurityContextRepository people() {
		return new People();
	}

	@Bean
	VisitorMenu visitorMenu() {
		return (request) -> {
			String who = who(request);
			HttpSession session = request.getSession(false);
			if (who == null || session == null) {
				return Visitor.guest("/masuk-coba?siapa=warga");
			}
			boolean staff = who.startsWith("petugas");
			return Visitor.signedIn(staff ? Visitor.Kind.STAFF : Visitor.Kind.CITIZEN, "/akun/coba", "/keluar-coba",
					Duration.ofSeconds(session.getMaxInactiveInterval()));
		};
	}

	private static String who(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? (String) session.getAttribute(Sessions.CONTENT) : null;
	}

	private static final class People implements SecurityContextRepository {

		@Override
		@SuppressWarnings({ "deprecation", "removal" })
		public SecurityContext loadContext(HttpRequestResponseHolder holder) {
			return context(holder.getRequest());
		}

		@Override
		public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
			return new DeferredSecurityContext() {

				@Override
				public SecurityContext get() {
					return context(request);
				}

				@Override
				public boolean isGenerated() {
					return who(request) == null;
				}

			};
		}

		private static SecurityContext context(HttpServletRequest request) {
			String who = who(request);
			return (who != null) ? new SecurityContextImpl(new TestingAuthenticationToken(who, "", "ROLE_WARGA"))
					: new SecurityContextImpl();
		}

		@Override
		public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
			throw new UnsupportedOperationException("Signing in does that");
		}

		@Override
		public boolean containsContext(HttpServletRequest request) {
			return who(request) != null;
		}

	}

}
