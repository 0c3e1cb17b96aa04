import type { Subject } from "../subject-module.ts";
import { departmentFeed } from "./department-feed.ts";

/** Departments of a municipality. */
export const departmentSubject: Subject = { feeds: [departmentFeed] };
