package id.tangerangkota.layanan.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.notification.SentLetters;
import id.tangerangkota.layanan.quality.inspection.InspectedSites;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test that reads the running portal with a browser; methods can take a {@link Portal}.
 * All such tests share one application and one browser.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ Letterbox.class, SentLetters.class, InspectedSites.class, StaffMembers.class, SurveyAnswers.class,
		Complaints.class, PasskeyPages.class })
@ExtendWith(BrowserExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface BrowserTest {

}
