import { OPS, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFOperatorList, PDFPageProxy } from "pdfjs-dist/types/src/display/api.js";
import type { PageContent } from "./geometry.ts";
import { PathRules } from "./path-rules.ts";
import { TextPen } from "./text-pen.ts";

type Matrix = number[];

const pictures = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintSolidColorImageMask,
]);

/** The letters and lines that a page draws. */
export async function readPage(page: PDFPageProxy): Promise<PageContent> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const operators: PDFOperatorList = await page.getOperatorList();
  const text = new TextPen();
  const path = new PathRules();
  let matrix: Matrix = transform;
  let hasPicture = false;
  const saved: { matrix: Matrix; text: ReturnType<TextPen["save"]> }[] = [];
  const save = () => saved.push({ matrix, text: text.save() });
  const restore = () => {
    const state = saved.pop();
    if (!state) return;
    matrix = state.matrix;
    text.restore(state.text);
  };
  operators.fnArray.forEach((operator, index) => {
    const operands = operators.argsArray[index];
    if (pictures.has(operator)) hasPicture = true;
    switch (operator) {
      case OPS.save:
        save();
        return;
      case OPS.restore:
        restore();
        return;
      case OPS.transform:
        matrix = Util.transform(matrix, operands);
        return;
      case OPS.paintFormXObjectBegin:
        save();
        if (operands[0]) matrix = Util.transform(matrix, operands[0]);
        return;
      case OPS.paintFormXObjectEnd:
        restore();
        return;
      default:
        text.write(operator, operands, matrix);
        path.draw(operator, operands, matrix);
    }
  });
  const isOnPage = ({ x0, y }: { x0: number; y: number }) =>
    x0 > -1 && x0 < width + 1 && y > -1 && y < height + 1;
  return {
    width,
    height,
    glyphs: text.glyphs.filter(isOnPage),
    horizontal: path.horizontal,
    vertical: path.vertical,
    hasPicture,
  };
}
