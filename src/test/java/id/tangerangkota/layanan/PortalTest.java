package id.tangerangkota.layanan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.complaint.web.desk.DeskBrowser;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.privacy.People;
import id.tangerangkota.layanan.quality.indicator.Counted;
import id.tangerangkota.layanan.quality.inspection.InspectedSites;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test that asks the whole portal, over HTTP or without. All of them share one
 * application and its database: each makes what it needs, and bears what others made.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({ Letterbox.class, People.class, Complaints.class, DeskBrowser.class, ScriptedChecks.class, SurveyAnswers.class,
		Counted.class, InspectedSites.class })
public @interface PortalTest {

}
