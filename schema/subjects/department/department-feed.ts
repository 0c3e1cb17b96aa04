import type { Feed } from "../../feeds/feed.ts";

/** The departments of a municipality. */
export const departmentFeed: Feed = {
  name: "department",
  table: "department",
  title: { ko: "부서", en: "Departments" },
  subject: null,
  columns: [
    {
      field: "name",
      heading: "부서명",
      type: { is: "text" },
      key: true,
      means: { ko: "부서의 이름", en: "name of the department" },
      example: "소상공인지원과",
    },
  ],
};
