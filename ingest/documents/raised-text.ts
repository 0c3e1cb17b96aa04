const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Raised text, such as the mark of a footnote: 500 with a raised 1 is 500¹, not 5001. */
export const raised = (text: string): string =>
  text.replace(/[0-9()]/g, (one) => (one === "(" ? "⁽" : one === ")" ? "⁾" : raisedDigits[Number(one)]!));

/** Text that is struck through, each character with a stroke: 400 before 500 is not 400500. */
export const struckThrough = (text: string): string => text.replace(/\S/gu, "$&\u0336");
