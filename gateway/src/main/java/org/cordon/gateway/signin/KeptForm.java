package org.cordon.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/**
 * A form that somebody sent when their sign-in had just ended. It waits in their session until they
 * have signed in again, is given to nobody else, and goes with the first page that shows it. The
 * token of the form was checked before, so a page of another site cannot leave one here.
 *
 * @param person the subject who sent it
 * @param address the path it was sent to
 * @param fields what it held; empty when it could not be kept, as with a file
 */
record KeptForm(String person, String address, Map<String, List<String>> fields)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = KeptForm.class.getName();

  /** Fields that tell a person nothing. */
  private static final Set<String> UNSEEN =
      Set.of("key", "revision", "person", "step", "after", "citation");

  KeptForm {
    var copy = new LinkedHashMap<String, List<String>>();
    fields.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
    fields = copy;
  }

  /** One line of what was typed. */
  record Line(String label, String text) {}

  /** Keeps the form of this request, if it is one. */
  static void keep(HttpServletRequest request, String person) {
    HttpSession session = request.getSession(false);
    if (session != null
        && "POST".equals(request.getMethod())
        && !SecurityChains.API.matches(request)) {
      session.setAttribute(
          ATTRIBUTE, new KeptForm(person, request.getRequestURI(), fieldsOf(request)));
    }
  }

  /** Whether one waits in the session. */
  static boolean waitsIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) != null;
  }

  /** Takes it out of the session; empty when there is none of this person. */
  static Optional<KeptForm> take(HttpServletRequest request, String person) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof KeptForm kept)) {
      return Optional.empty();
    }
    session.removeAttribute(ATTRIBUTE);
    return Optional.of(kept).filter(form -> form.person().equals(person));
  }

  private static Map<String, List<String>> fieldsOf(HttpServletRequest request) {
    var fields = new LinkedHashMap<String, List<String>>();
    if (StringUtils.startsWithIgnoreCase(
        request.getContentType(), MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      request
          .getParameterMap()
          .forEach((name, values) -> {
            if (!name.equals(FormToken.FIELD)) {
              fields.put(name, List.of(values));
            }
          });
    }
    return fields;
  }

  /** What a person recognises of it: labels made from the names, no ids. */
  List<Line> lines() {
    return fields.entrySet().stream()
        .filter(field -> !UNSEEN.contains(field.getKey()))
        .map(field -> new Line(label(field.getKey()), text(field.getValue())))
        .filter(line -> !line.text().isBlank())
        .toList();
  }

  private static String label(String name) {
    String words = name.replaceAll("[-_.]", " ").replaceAll("([a-z])([A-Z])", "$1 $2");
    return StringUtils.capitalize(words.toLowerCase(java.util.Locale.ROOT));
  }

  private static String text(List<String> values) {
    return String.join(
        ", ",
        values.stream()
            .filter(value -> !value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            .map(value ->
                value.matches("[A-Z]+(_[A-Z]+)*")
                    ? StringUtils.capitalize(value.toLowerCase(java.util.Locale.ROOT))
                        .replace('_', ' ')
                    : value)
            .toList());
  }
}
