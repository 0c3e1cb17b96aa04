import { describe } from "../../core/localized.ts";
import type { FindingCode } from "./finding-code.ts";

const bilingual = (ko: string, en: string) => ({ description: describe(ko, en) });

/** Descriptions of the codes in the schema. Source: the table of imports in the hub's domain text. */
export const findingDescriptions: Record<FindingCode, { description: string }> = {
  REPORT_YEAR_NOT_PRINTED: bilingual(
    "보고서에 연도가 없어 따로 받거나 추정했습니다.",
    "The report prints no year; it was given by the user or inferred.",
  ),
  CELLS_TRANSPOSED: bilingual(
    "머리글 연락처 칸의 행과 열이 바뀌었습니다.",
    "The contact cells of the header are arranged in rows instead of the form's columns.",
  ),
  PERIOD_AFTER_REPORT: bilingual(
    "집행액 표에 보고 분기 뒤에 시작하는 기간의 금액이 있습니다.",
    "An executed amount is given for a period that begins after the report's quarter.",
  ),
  PERIOD_INCOMPLETE: bilingual(
    "반년의 한쪽 달만 적혔습니다('18.7.).",
    "A half year is printed with only one of its months ('18.7.).",
  ),
  NAME_VARIANT: bilingual(
    "같은 것을 달리 적은 듯한 이름입니다.",
    "A name looks like another spelling of a known one.",
  ),
  NAME_TRUNCATED: bilingual(
    "행 이름이 공약명의 일부만 적혔습니다.",
    "A row label contains only part of the title.",
  ),
  MARKUP_BROKEN: bilingual("닫히지 않은 꼬리표(태그)가 있습니다.", "Tags are not closed."),
  QUOTE_UNBALANCED: bilingual("「 」의 짝이 맞지 않습니다.", "A 「 or 」 is unmatched."),
  WEEKDAY_MISMATCH: bilingual("날짜와 요일이 맞지 않습니다.", "A date is printed with the wrong weekday."),
  SUM_MISMATCH: bilingual("적힌 합계와 칸의 합이 다릅니다.", "The cells do not add up to the printed total."),
  RATIO_ABOVE_ONE: bilingual(
    "집행액이 예산보다, 또는 수료가 수강보다 많습니다.",
    "Executed exceeds the budget, or completed exceeds enrolled.",
  ),
  BUSINESS_NUMBER_INVALID: bilingual(
    "사업자등록번호의 검증 숫자가 틀렸습니다.",
    "A business number whose check digit is wrong.",
  ),
  HIDDEN_CONTENT: bilingual(
    "통합문서가 숨긴 행, 열, 시트를 읽었습니다.",
    "Rows, columns or a sheet that the workbook hides were read.",
  ),
  VALUE_IMPLAUSIBLE: bilingual(
    "있을 법하지 않은 값입니다: 인증일보다 이른 만료일, 미래의 구매일자, 1% 미만의 목표율, 계산되지 않은 듯한 수식의 0.",
    "A value is hardly possible: an expiry before the certificate, a purchase in the future, a target below 1 %, a formula's 0 that no program may have calculated.",
  ),
  NO_FIGURE: bilingual(
    "값이 없다는 말(해당없음, 미집계)을 빈칸으로 읽었습니다.",
    "A word for “no figure”, such as 해당없음 or 미집계, was read as a blank.",
  ),
  CONTENT_IGNORED: bilingual(
    "표에서 읽지 않은 부분입니다: 서식에 없는 열, 합계나 설명 줄, 다른 시트.",
    "A part of a table was not read: a column that the form does not have, a total or remark, another sheet.",
  ),
  UNPLACED_TEXT: bilingual(
    "보고서의 문단이나 표 가운데 서식의 어느 부분에도 들지 않아 읽지 않은 것입니다.",
    "A paragraph or table of a report that belongs to no part of the form and was not read.",
  ),
  PART_MISSING: bilingual(
    "서식의 한 부분이 보고서에 없거나 찾지 못했습니다.",
    "A part of the form is missing from the report or was not found in it.",
  ),
  UNUSUAL_CHANGE: bilingual(
    "앞서 공표한 값과 견주어 드문 변화입니다: 약 천 배(단위), 앞의 모든 값의 열 배, 줄어든 누계, 보고가 끊긴 부서.",
    "A change that is rare beside what was published before: about a thousand times (a unit), ten times every earlier value, a cumulative figure that falls, a department that no longer reports.",
  ),
  FILE_UNREADABLE: bilingual("읽을 수 없는 파일입니다.", "The file cannot be read."),
  FORM_UNKNOWN: bilingual(
    "분기 추진실적도, 아는 자료 서식도 아닙니다.",
    "The file is neither a quarterly report nor a known feed.",
  ),
  ENCODING_INVALID: bilingual(
    "UTF-8도 CP949도 아니거나 깨진 글자가 있습니다.",
    "The file is neither UTF-8 nor CP949, or contains a broken character.",
  ),
  HEADER_UNKNOWN: bilingual(
    "모르는 머리글이거나 빠진 머리글이 있습니다.",
    "A heading is unknown or missing.",
  ),
  UNIT_MISSING: bilingual("금액의 단위가 적혀 있지 않습니다.", "The unit of amounts is not stated."),
  NOT_A_NUMBER: bilingual(
    "수가 있어야 할 칸에 다른 글이 있습니다.",
    "A cell for a number contains other text.",
  ),
  NOT_A_DATE: bilingual(
    "날짜가 아니거나 두 가지로 읽힙니다.",
    "The text is not a date, or can be read as two dates.",
  ),
  VALUE_UNKNOWN: bilingual("정해진 낱말 가운데 없는 값입니다.", "A value is not one of the permitted ones."),
  VALUE_MISSING: bilingual(
    "꼭 있어야 할 칸이나 부분이 비었습니다.",
    "A required cell or section is missing.",
  ),
  PERIOD_MISMATCH: bilingual(
    "분기가 적힌 것과 다르거나 알 수 없습니다.",
    "The quarter differs from the printed one, or is unknown.",
  ),
  DUPLICATE_KEY: bilingual(
    "한 번 가져올 때 같은 키가 두 번 나옵니다.",
    "The same key occurs twice in an import.",
  ),
  UNKNOWN_REFERENCE: bilingual(
    "모르는 지자체, 공약, 부서, 판매장을 가리킵니다.",
    "A reference to an unknown municipality, pledge, department or outlet.",
  ),
  CORRECTION_WITHOUT_REASON: bilingual(
    "이미 공표한 값과 다른데 사유가 없습니다.",
    "A published key with a different value and no reason given.",
  ),
  MAPPING_INVALID: bilingual("쓸 수 없는 매핑입니다.", "The mapping cannot be used."),
  MAPPING_REMEMBERED: bilingual(
    "머리글이 같은 파일에 전에 쓴 매핑으로 읽었습니다.",
    "The file was read with the mapping that was used for the same headings before.",
  ),
};
