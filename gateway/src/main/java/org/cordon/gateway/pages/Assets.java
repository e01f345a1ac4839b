package org.cordon.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.cordon.platform.problems.Problem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Styles, modules and pictures, under an address that names their content: a browser may keep them
 * for a year, and a new release has new addresses. The licence of GDS Transport and of the crown is
 * for gov.uk alone, so both are taken out of the stylesheets.
 */
@Controller
class Assets {
  private static final String WEBJARS = "classpath:/META-INF/resources/webjars/";
  private final Map<String, byte[]> files = new TreeMap<>();
  private final String version;

  Assets() throws IOException {
    var resources = new PathMatchingResourcePatternResolver();
    String govuk = WEBJARS + "govuk-frontend/*/dist/govuk/";
    String moj = WEBJARS + "ministryofjustice__frontend/*/moj/";
    files.put(
        "frontend.css",
        (adapted(resources, govuk + "govuk-frontend.min.css")
                + adapted(resources, moj + "moj-frontend.min.css"))
            .getBytes(StandardCharsets.UTF_8));
    files.put("govuk-frontend.js", one(resources, govuk + "govuk-frontend.min.js"));
    for (Resource picture : resources.getResources(moj + "assets/images/icon-*.svg")) {
      files.put("images/" + picture.getFilename(), picture.getContentAsByteArray());
    }
    for (Resource own : resources.getResources("classpath:/assets/*.*")) {
      files.put(String.valueOf(own.getFilename()), own.getContentAsByteArray());
    }
    this.version = digest(files);
  }

  String path(String name) {
    if (!files.containsKey(name)) {
      throw new IllegalArgumentException("no such file: " + name);
    }
    return "/assets/" + version + "/" + name;
  }

  @GetMapping("/assets/{version}/{*name}")
  ResponseEntity<byte[]> file(@PathVariable String version, @PathVariable String name) {
    byte[] content = files.get(name.substring(1));
    if (content == null || !version.equals(this.version)) {
      throw Problem.notFound();
    }
    return ResponseEntity.ok()
        .contentType(type(name))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(content);
  }

  private static MediaType type(String name) {
    return name.endsWith(".js") || name.endsWith(".mjs")
        ? MediaType.parseMediaType("text/javascript;charset=UTF-8")
        : MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
  }

  private static byte[] one(PathMatchingResourcePatternResolver resources, String pattern)
      throws IOException {
    Resource[] found = resources.getResources(pattern);
    if (found.length != 1) {
      throw new UncheckedIOException(new IOException(found.length + " files match " + pattern));
    }
    return found[0].getContentAsByteArray();
  }

  private static String adapted(PathMatchingResourcePatternResolver resources, String pattern)
      throws IOException {
    return new String(one(resources, pattern), StandardCharsets.UTF_8)
        .replaceAll("@font-face\\{[^}]*\\}|/\\*!.*?\\*/|@charset \"UTF-8\";", "")
        .replace("GDS Transport,arial,sans-serif", "Arial,Helvetica,sans-serif")
        .replace("url(/assets/images/govuk-crest.svg)", "none")
        .replace("url(/assets/", "url(");
  }

  private static String digest(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach((name, content) -> {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      });
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
