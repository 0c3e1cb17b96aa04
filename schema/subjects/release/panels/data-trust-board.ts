import type { BoardHeader } from "../../../panels/panel.ts";

/** The board data-trust. */
export const dataTrustBoard: BoardHeader = {
  name: "data-trust",
  place: 6,
  title: { ko: "자료 신뢰", en: "Data trust" },
  description: {
    ko: "무엇이 언제 보고되었고 무엇이 고쳐졌으며 무엇이 의심스러운지 보입니다.",
    en: "What is reported by when, what was corrected, and what is questionable.",
  },
};
