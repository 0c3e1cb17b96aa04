import type { Feed } from "../../feeds/feed.ts";

/** Outlets that sell products of social economy enterprises. */
export const outletFeed: Feed = {
  name: "outlet",
  table: "outlet",
  title: { ko: "판매장", en: "Outlets" },
  subject: "OUTLET",
  plausible: [{ is: "in order", earlier: "opened_on", later: "closed_on" }],
  columns: [
    {
      field: "code",
      heading: "판매장코드",
      type: { is: "text" },
      key: true,
      means: { ko: "판매장의 코드", en: "code of the outlet" },
      example: "S01",
    },
    {
      field: "name",
      heading: "판매장명",
      type: { is: "text" },
      required: true,
      means: { ko: "판매장의 이름", en: "name of the outlet" },
      example: "광장 나눔터",
    },
    {
      field: "kind",
      heading: "유형",
      type: {
        is: "choice",
        choices: { 상설: "PERMANENT", 플리마켓: "FLEA_MARKET", 행사: "EVENT" },
        spellings: {
          상설매장: "상설",
          상설판매장: "상설",
          프리마켓: "플리마켓",
          벼룩시장: "플리마켓",
          행사장: "행사",
          행사판매: "행사",
        },
      },
      required: true,
      means: { ko: "판매장의 유형", en: "kind of outlet" },
      example: "상설",
    },
    {
      field: "opened_on",
      heading: "개장일",
      type: { is: "date" },
      means: { ko: "문을 연 날", en: "first day" },
      example: "2024-01-01",
    },
    {
      field: "closed_on",
      heading: "폐장일",
      type: { is: "date" },
      means: { ko: "마지막 날, 열려 있으면 비움", en: "last day; blank while open" },
      example: "2025-01-31",
    },
    {
      field: "partner",
      heading: "운영협력기관",
      type: { is: "text" },
      means: { ko: "함께 운영하는 기관", en: "who runs it with the city" },
      example: "농협",
    },
    {
      field: "pledge",
      heading: "공약번호",
      type: { is: "text" },
      references: "pledge",
      means: { ko: "판매장이 딸린 공약", en: "the pledge it belongs to" },
      example: "1-4-2",
    },
  ],
};
