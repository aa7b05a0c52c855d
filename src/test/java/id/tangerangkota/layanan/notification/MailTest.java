package id.tangerangkota.layanan.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.web.testing.SetClock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A test of a portal that sends mail, at a time the test sets. All of them share one
 * application; each has a mailbox of its own, whose port it gives to the
 * {@link JavaMailSenderImpl}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "layanan.public-url=https://layanan.example.id",
		"layanan.mail.from=layanan@tangerangkota.go.id", "spring.mail.host=localhost" })
@AutoConfigureMockMvc
@Import({ Complaints.class, SetClock.class })
@interface MailTest {

}
