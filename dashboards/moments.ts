// Swedish writes 2019-07-25 and 2019-07-25 09:00.
const inKorea = { timeZone: "Asia/Seoul" } as const;

/** The day of a moment in Korea: 2019-07-25. */
export const days = new Intl.DateTimeFormat("sv-SE", { ...inKorea, dateStyle: "short" });

/** A moment in Korea to the minute: 2019-07-25 09:00. */
export const minutes = new Intl.DateTimeFormat("sv-SE", {
  ...inKorea,
  dateStyle: "short",
  timeStyle: "short",
});
