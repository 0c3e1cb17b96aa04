/** Who pays: 국비, 도비, 시비, 기타. */
export enum FundingSource {
  NATIONAL = "NATIONAL",
  PROVINCE = "PROVINCE",
  CITY = "CITY",
  OTHER = "OTHER",
}

/** What an amount means. PUBLISHED: the document gives an amount, and not what phase it is in. */
export enum FundingPhase {
  PLANNED = "PLANNED",
  SECURED = "SECURED",
  BUDGETED = "BUDGETED",
  EXECUTED = "EXECUTED",
  PUBLISHED = "PUBLISHED",
}
