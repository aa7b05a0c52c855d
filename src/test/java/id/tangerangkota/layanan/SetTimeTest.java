package id.tangerangkota.layanan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.quality.indicator.Counted;
import id.tangerangkota.layanan.web.testing.SetClock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test that sets the time of the whole portal. All of them share one application and
 * its database, where it may be any time: each sets the clock first.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@Import({ Complaints.class, SetClock.class, Counted.class })
public @interface SetTimeTest {

}
