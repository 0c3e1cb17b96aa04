/** Code of the pledge that has reports. */
export const reportedPledge = "2-1-1";

/** The first ten of a term of office: before the year that funding is compared in. */
const quarters = Array.from(
  { length: 10 },
  (_, index) => [2022 + Math.floor((index + 2) / 4), ((index + 2) % 4) + 1] as const,
);

/** The quarterly reports of one pledge on the official form: names and texts. */
export const reports = (department: string): [name: string, text: string][] =>
  quarters.map(([year, quarter]) => [`10-보고서-${year}-${quarter}.txt`, report(department, year, quarter)]);

function report(department: string, year: number, quarter: number): string {
  const [nextYear, next] = quarter === 4 ? [year + 1, 1] : [year, quarter + 1];
  return `${reportedPledge}\t청년 창업 지원센터 건립
소관부서\t${department}\t과장\t김\t팀장\t박\t연락처\t2210\t2215

□ 추진실적 및 향후 추진계획

구 분\t추진실적 및 추진계획\t비 고

그동안 추진실적 (당해 분기 이전 실적)\t${bullets("부지 확보", quarter)}\t

${year}년 ${quarter}/4분기 추진실적 (당해 분기 실적)\t${bullets("기본 설계", quarter)}\t

${nextYear}년 ${next}/4분기 추진계획 (향후 추진 계획)\t${bullets("착공 준비", quarter)}\t

□ 시민참여 실적

(단위 : 회)

공약 관련 회의\t설명회, 민생탐방\t전문가 자문\t언론/방송 보도\t기 타
2\t0\t-\t\t1

□ 연도별 집행액

(단위 : 천원)

공약사업명\t구분\t계\t기투자\t'22.7.~12.\t'23\t'24\t'25\t'26.1.~6.\t임기후
청년 창업 지원센터 건립\t계\t700,000\t\t700,000\t\t\t\t\t
\t국비\t300,000\t\t300,000\t\t\t\t\t
\t도비\t200,000\t\t200,000\t\t\t\t\t
\t시비\t200,000\t\t200,000\t\t\t\t\t
\t기타\t\t\t\t\t\t\t\t

□ 문제점 및 개선대책

○ 문제점

- 자재비 상승

○ 개선대책

- 예산 추가 확보
`;
}

/** Three bullets with two below each. */
const bullets = (subject: string, quarter: number): string =>
  [1, 2, 3]
    .map(
      (step) => `○ ${subject} ${step}단계 - 대상 : ${quarter}분기 입주 희망 기업 - 내용 : 상담과 현장 확인`,
    )
    .join(" ");
