package dev.tare.web.request;

import java.util.List;

import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Takes parameters that may be repeated as they are: a reason for a waiver may have a comma in it. */
@ControllerAdvice
class PolicyBinding {

    @InitBinder("policyParameters")
    void keepCommas(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }
}
