const departments = [
  ...["기획예산과", "회계과", "정보통신과", "복지정책과", "문화예술과", "보건행정과", "공원관리과"],
  ...["주택과", "노인복지과", "체육정책과", "소상공인지원과", "일자리정책과", "교통정책과", "자치행정과"],
  ...["세정과", "여성가족과", "아동청소년과", "환경정책과", "자원순환과", "도시재생과", "건축과"],
  ...["도로관리과", "하천과", "녹지과", "농업정책과", "관광과", "평생교육과", "도서관정책과"],
  ...["식품위생과", "감염병대응과", "안전총괄과", "홍보담당관", "감사담당관", "토지정보과", "상수도과"],
];
const forWhom = [
  ...["청년", "어르신", "시민", "아이와 부모", "여성", "소상공인", "장애인", "1인 가구", "다문화 가족"],
  ...["마을", "권역별"],
];
const whatIsPledged = [
  ...["일자리 지원", "통합 돌봄 체계 구축", "생활 체육시설 확충", "지원센터 건립", "보행환경 개선"],
  ...["스마트 주차 도입", "사회적경제 판로 지원", "작은 도서관 조성", "버스 노선 확충", "공원 가꾸기"],
  ...["안심 귀갓길 조성", "건강 상담실 운영"],
];
const firmNames = ["나눔", "한빛", "두레", "온새미", "고운", "푸른", "가온"];
const firmTrades = [
  ...["디자인", "돌봄", "공방", "푸드", "인쇄", "청소", "카페", "교육", "여행", "농장", "목공"],
];
const outletPlaces = ["광장", "시장", "공원", "역사", "시청", "도서관", "체육관"];
const outletForms = ["나눔터", "판매장", "장터"];
const courseSubjects = ["협동조합", "마을기업", "사회적기업", "자활", "공정무역"];
const courseLevels = ["입문", "심화", "실무", "창업", "회계", "홍보"];

/** Combines names from lists of coprime lengths, so that all combinations occur before the first repeats; then they are numbered. */
function nameAt(index: number, ...lists: readonly (readonly string[])[]): string {
  const words = lists.map((list) => list[index % list.length]!);
  const round = Math.floor(index / lists.reduce((product, list) => product * list.length, 1));
  return [...words, ...(round > 0 ? [`${round + 1}`] : [])].join(" ");
}

/** 회계과 · 세정과 · 회계과(2) if a city has more departments than there are names: a list of them is known by how they end. */
export const departmentName = (index: number): string =>
  nameAt(index, departments).replace(/ (\d+)$/, "($1)");
/** 청년 일자리 지원 */
export const pledgeTitle = (index: number): string => nameAt(index, forWhom, whatIsPledged);
/** 나눔 디자인 */
export const enterpriseName = (index: number): string => nameAt(index, firmNames, firmTrades);
/** 광장 나눔터 */
export const outletName = (index: number): string => nameAt(index, outletPlaces, outletForms);
/** 협동조합 입문 */
export const courseName = (index: number): string => nameAt(index, courseSubjects, courseLevels);

/** 1-4-2: five pledges per section, four sections per chapter. */
export const pledgeCode = (index: number): string =>
  `${1 + Math.floor(index / 20)}-${1 + (Math.floor(index / 5) % 4)}-${1 + (index % 5)}`;
