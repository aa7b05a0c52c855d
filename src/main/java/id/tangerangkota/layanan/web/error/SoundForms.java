package id.tangerangkota.layanan.web.error;

import id.tangerangkota.layanan.web.InvalidParameter;

import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Refuses forms with a number that is none. What people type is text and checked by its
 * form; numbers are in what a page keeps out of sight, as the version it shows.
 */
@ControllerAdvice
class SoundForms {

	@InitBinder
	void refuse(DataBinder binder) {
		binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {

			@Override
			public void processPropertyAccessException(PropertyAccessException ex, BindingResult result) {
				throw new InvalidParameter(String.valueOf(ex.getPropertyName()), "The value cannot be read.");
			}

		});
	}

}
