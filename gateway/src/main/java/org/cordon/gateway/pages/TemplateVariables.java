package org.cordon.gateway.pages;

import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Makes {@code frame} and {@code formats} known to every template, whoever renders it; Thymeleaf
 * refuses references to beans where an address is written.
 */
@Component
class TemplateVariables {

  TemplateVariables(ThymeleafViewResolver views, Frame frame, Formats formats) {
    views.addStaticVariable("frame", frame);
    views.addStaticVariable("formats", formats);
  }
}
