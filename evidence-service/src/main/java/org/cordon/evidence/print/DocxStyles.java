package org.cordon.evidence.print;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Headings that word processors and screen readers know as such. */
final class DocxStyles {
  static final int DEEPEST = 4;

  private DocxStyles() {}

  static void addTo(XWPFDocument document) {
    XWPFStyles styles = document.createStyles();
    for (int level = 1; level <= DEEPEST; level++) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setStyleId(heading(level));
      style.setType(STStyleType.PARAGRAPH);
      style.addNewName().setVal("heading " + level);
      style.addNewQFormat();
      style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
      styles.addStyle(new XWPFStyle(style));
    }
  }

  static String heading(int level) {
    return "Heading" + level;
  }
}
