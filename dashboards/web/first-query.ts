/** The question that GraphiQL opens with: it works on a hub that holds the real report. */
export const firstQuery = `# 공약 1-4-2의 2019년 2/4분기 보고서: 연도와 재원별 금액과 그 출처
# 위의 실행 단추(▶) 또는 Ctrl+Enter를 누르십시오. amount의 단위는 원이고, null은 미보고입니다.
# citation은 그 수치가 적힌 문서의 줄입니다. url을 허브 주소 뒤에 붙이면 그 줄이 열립니다.
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
