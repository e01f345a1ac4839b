package org.cordon.access.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cordon.platform.security.Caller;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every person who calls is recognised before anything is decided. */
@Configuration(proxyBeanMethods = false)
class RecogniseCallers implements WebMvcConfigurer {
  private final Recognitions recognitions;

  RecogniseCallers(Recognitions recognitions) {
    this.recognitions = recognitions;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(
            new HandlerInterceptor() {
              @Override
              public boolean preHandle(
                  HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (SecurityContextHolder.getContext().getAuthentication()
                    instanceof JwtAuthenticationToken token) {
                  recognitions.recognise(Caller.of(token.getToken()));
                }
                return true;
              }
            })
        .addPathPatterns("/api/**");
  }
}
