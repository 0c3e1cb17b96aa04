import type { Subject } from "../subject-module.ts";
import { Department } from "./department.ts";
import { departmentFeed } from "./department-feed.ts";
import { DepartmentResolver } from "./department-resolver.ts";

/** Departments of a municipality. */
export const departmentSubject: Subject = {
  feeds: [departmentFeed],
  resolvers: [DepartmentResolver],
  entities: [Department],
};
