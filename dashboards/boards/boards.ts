import { subjects } from "../../schema/subjects/index.ts";
import type { Subject } from "../../schema/subjects/subject-module.ts";
import type { Board } from "./board.ts";

/** What a board is called and answers; its panels come from the subjects. */
type Declaration = Omit<Board, "panels">;

const declarations: Declaration[] = [
  {
    name: "budget-execution",
    title: { ko: "예산 집행", en: "Budget execution" },
    description: {
      ko: "돈이 어디에 있고 어느 부서와 공약이 늦는지 보입니다.",
      en: "Where the money is, and which departments and pledges are behind.",
    },
  },
  {
    name: "purchase-rate",
    title: { ko: "우선구매율", en: "Purchase rate" },
    description: {
      ko: "부서마다 사회적경제기업에서 얼마나 사고 목표를 지키는지 보입니다.",
      en: "How much departments buy from social enterprises, against their targets.",
    },
  },
  {
    name: "pledge-progress",
    title: { ko: "공약 이행", en: "Pledge progress" },
    description: {
      ko: "공약이 어느 상태이고 무엇이 달라졌으며 계획이 어떻게 되었는지 보입니다.",
      en: "The states of pledges, what changed, and what came of plans.",
    },
  },
  {
    name: "outlets",
    title: { ko: "판매장", en: "Outlets" },
    description: {
      ko: "판매장의 매출과 같은 조건의 성장률, 보고 정도를 보입니다.",
      en: "Sales of outlets, growth like for like, and coverage.",
    },
  },
  {
    name: "academy",
    title: { ko: "아카데미", en: "Academy" },
    description: {
      ko: "과정마다 목표만큼 수강하고 수료했는지 보입니다.",
      en: "Whether courses are attended and completed as intended.",
    },
  },
  {
    name: "data-trust",
    title: { ko: "자료 신뢰", en: "Data trust" },
    description: {
      ko: "무엇이 언제 보고되었고 무엇이 고쳐졌으며 무엇이 의심스러운지 보입니다.",
      en: "What is reported by when, what was corrected, and what is questionable.",
    },
  },
];

/** The boards with the panels that these subjects place on them. Throws for a panel that names no board. */
export function boardsOf(placing: readonly Subject[]): ReadonlyMap<string, Board> {
  const boards = new Map<string, Board>(
    declarations.map((declaration) => [declaration.name, { ...declaration, panels: [] }]),
  );
  for (const place of placing.flatMap(({ panels = [] }) => panels)) {
    if (place.board === undefined) continue;
    const board = boards.get(place.board);
    if (!board)
      throw new Error(`Panel ${place.panel.name} names the board ${place.board}, which does not exist.`);
    board.panels.push({ panel: place.panel, width: place.width });
  }
  return boards;
}

/** Every board of the hub, by name, in the order of the menu. */
export const boards = boardsOf(subjects);
