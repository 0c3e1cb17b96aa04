import type { Feed } from "../../feeds/feed.ts";

/** Certificates of social economy enterprises, one line per certificate. */
export const enterpriseFeed: Feed = {
  name: "enterprise",
  table: "enterprise_certificate",
  title: { ko: "사회적경제기업", en: "Social economy enterprises" },
  subject: "ENTERPRISE",
  plausible: [
    { is: "in order", earlier: "certified_on", later: "expires_on" },
    { is: "past", field: "certified_on" },
  ],
  columns: [
    {
      field: "business_number",
      heading: "사업자등록번호",
      type: { is: "businessNumber" },
      key: true,
      means: { ko: "사업자등록번호 열 자리", en: "the ten digits of the business number" },
      example: "749-50-76503",
      synonyms: ["사업자번호", "등록번호"],
    },
    {
      field: "name",
      heading: "기업명",
      type: { is: "text" },
      required: true,
      means: { ko: "기업의 이름", en: "name of the enterprise" },
      example: "나눔디자인",
      synonyms: ["업체명", "상호", "법인명", "회사명", "기업"],
    },
    {
      field: "kind",
      heading: "유형",
      type: {
        is: "choice",
        choices: {
          인증사회적기업: "CERTIFIED_SOCIAL_ENTERPRISE",
          예비사회적기업: "PRELIMINARY_SOCIAL_ENTERPRISE",
          사회적협동조합: "SOCIAL_COOPERATIVE",
          마을기업: "VILLAGE_ENTERPRISE",
          자활기업: "SELF_SUPPORT_ENTERPRISE",
        },
        spellings: {
          "사회적기업(인증)": "인증사회적기업",
          "사회적기업 인증기업": "인증사회적기업",
          "사회적기업(예비)": "예비사회적기업",
          "예비사회적기업(지역형)": "예비사회적기업",
          "예비사회적기업(부처형)": "예비사회적기업",
          "지역형 예비사회적기업": "예비사회적기업",
          "부처형 예비사회적기업": "예비사회적기업",
          "마을기업(행안부)": "마을기업",
          "행안부형 마을기업": "마을기업",
          지역자활기업: "자활기업",
          광역자활기업: "자활기업",
        },
      },
      key: true,
      means: { ko: "인증의 유형", en: "kind of certificate" },
      example: "사회적협동조합",
      synonyms: ["구분", "인증유형", "기업유형", "종류", "기업구분"],
    },
    {
      field: "certified_on",
      heading: "인증일",
      type: { is: "date" },
      key: true,
      means: { ko: "인증의 첫날", en: "first day of the certificate" },
      example: "2023-02-22",
      synonyms: ["지정(인증)일", "지정일", "인증일자", "지정일자", "인증(지정)일"],
    },
    {
      field: "expires_on",
      heading: "만료일",
      type: { is: "date" },
      means: {
        ko: "인증의 마지막 날, 끝이 없으면 비움",
        en: "last day of the certificate; blank where open",
      },
      example: "2026-02-21",
      synonyms: ["유효기간", "만료일자", "종료일", "유효기한", "인증만료일"],
    },
  ],
};
