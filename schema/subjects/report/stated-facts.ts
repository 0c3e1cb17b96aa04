import { Float } from "type-graphql";
import { DateScalar } from "../../core/scalars/scalars.ts";
import { entity, nullable, sized, text, value } from "../../sql/entity.ts";
import { cited } from "../release/citation.ts";
import { inOrderOf, partsOfReport } from "./part-of-report.ts";
import { SectionKind } from "./report-kinds.ts";
import { DatePrecision, FigureUnit } from "./stated-kinds.ts";
import { statementLink } from "./statement.ts";

/** The place of what a text states: its section, its statement and the line in which it is printed. */
const place = {
  section: value(() => SectionKind, "section", "적힌 부분.", "The section that contains it."),
  statement: statementLink("section", "statement_position", false, {
    ko: "적힌 글머리.",
    en: "The bullet that contains it.",
  }),
  ...cited,
};

/** A figure in a text: a row of `stated_figure`. */
const statedFigure = entity(
  "StatedFigure",
  {
    ko: "보고서의 글에 적힌 수치, 적힌 그대로. 어림수(약, 여명), 범위(30~40명), 누계, 한도(이상, 최대)와 두 가지로 읽을 수 있는 수는 없습니다.",
    en: "A figure in the text of a report, as printed. Approximate numbers, ranges, cumulative numbers, limits and what can be read in two ways are left out.",
  },
  {
    value: value(
      () => Float,
      "value",
      "값. 금액은 원으로, 70%는 70.",
      "The value; amounts in won, 70% is 70.",
    ),
    unit: value(() => FigureUnit, "unit", "단위.", "The unit."),
    label: text(
      "label",
      "바로 앞의 말: 국비 70%의 국비. 없으면 null.",
      "The words before it, such as 국비 of 국비 70%; null if there are none.",
      nullable,
    ),
    planned: value(
      () => Boolean,
      "planned",
      "계획에 적혔거나 (예정)으로 적혔으면 참.",
      "True if it stands in the plan or is marked (예정).",
    ),
    ...place,
  },
);

/** A date or period in a text: a row of `stated_date`. */
const statedDate = entity(
  "StatedDate",
  {
    ko: "보고서의 글에 적힌 날짜나 기간. 연도를 적지 않은 달은 보고서의 해로 읽고, 어느 해인지 분명하지 않으면 두지 않습니다. 한쪽이 열린 기간(4월부터)과 없는 날짜(2. 30.)도 없습니다.",
    en: "A date or period in the text of a report. A month without a year is of the report's year, and left out where that is not certain; so are periods open at one end and dates that do not exist.",
  },
  {
    start: value(() => DateScalar, "period_start", "첫날.", "The first day."),
    end: value(() => DateScalar, "period_end", "끝날.", "The last day."),
    precision: value(() => DatePrecision, "precision", "어디까지 적었는가.", "How exactly it is printed."),
    planned: value(
      () => Boolean,
      "planned",
      "계획에 적혔거나 (예정)으로 적혔거나 분기 뒤에 시작하면 참.",
      "True if it stands in the plan, is marked (예정), or begins after the quarter.",
    ),
    ...place,
  },
);

const notRead = {
  ko: "적힌 것이 없거나, 허브가 이것을 읽기 전에 가져온 보고서면 빈 목록. 그런 보고서는 같은 파일을 다시 가져오면 새 회차로 채워집니다.",
  en: "Empty if none is printed, and for reports imported before the hub read them; importing the same file again adds them, in a new release.",
};

/** What the results and plans of a report state in their text, as fields of the report. */
export const statedFacts = {
  figures: sized(
    partsOfReport(
      statedFigure,
      "stated_figure",
      {
        ko: `추진실적과 계획의 글에 적힌 수치, 문서 순서. ${notRead.ko}`,
        en: `Figures in the text of results and plans, in the order of the document. ${notRead.en}`,
      },
      inOrderOf("section", SectionKind, "position"),
    ),
    { elements: 40 },
  ),
  dates: sized(
    partsOfReport(
      statedDate,
      "stated_date",
      {
        ko: `추진실적과 계획의 글에 적힌 날짜와 기간, 문서 순서. ${notRead.ko}`,
        en: `Dates and periods in the text of results and plans, in the order of the document. ${notRead.en}`,
      },
      inOrderOf("section", SectionKind, "position"),
    ),
    { elements: 40 },
  ),
};
