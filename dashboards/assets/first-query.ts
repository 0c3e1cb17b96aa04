/** The question that GraphiQL opens with: it names no municipality, and so is about the hub's home municipality. */
export const firstQuery = `# 공약과 그 금액, 금액이 적힌 자리
# 실행: ▶ 단추 또는 Ctrl+Enter
# amount: 원 단위, null은 미보고
# citation: 수치가 적힌 문서의 줄, url은 그 줄의 주소
query FirstQuestion {
  municipality { code name }
  pledges(first: 3) {
    nodes {
      code
      title
      department { name }
      funding {
        quarter
        source
        period { label start end }
        amount
        state
        citation { line quote url }
      }
    }
  }
}
`;
