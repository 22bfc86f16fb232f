package dev.tare.web.request;

import java.util.List;

import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Binds repeated parameters without splitting them, because the reason of a waiver may contain a comma. */
@ControllerAdvice
class PolicyBinding {

    @InitBinder("policyParameters")
    void keepCommas(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }
}
