/** The question that GraphiQL opens with: it works on a hub that holds the real report. */
export const firstQuery = `# 공약 1-4-2의 2019년 2/4분기 금액과 그 출처
# 실행: ▶ 단추 또는 Ctrl+Enter
# amount: 원 단위, null은 미보고
# citation: 수치가 적힌 문서의 줄, url은 그 줄의 주소
query FirstQuestion {
  pledge(code: "1-4-2", municipality: "41280") {
    title
    department { name }
    funding(quarter: "2019-Q2") {
      source
      period { label start end }
      amount
      state
      citation { line quote url }
    }
  }
}
`;
