import { native } from "../setup/native/settings.js";

// `npm run test:cluster`: not part of `npm test`, as it takes a PostgreSQL with Citus and at least one worker.
if (!process.env.CLUSTER_URL) {
  console.error(
    `CLUSTER_URL: 설정되지 않았습니다. not set.
Citus 코디네이터에 있는, 확장을 만들고 작업 노드를 더한 빈 데이터베이스의 주소
An empty database on a Citus coordinator, with the extension and the workers added, postgres://user@host:5432/database`,
  );
  process.exit(2);
}

export default {
  ...native,
  rootDir: "../..",
  testMatch: ["<rootDir>/test/cluster/*.cluster.ts"],
  maxWorkers: 1,
  testTimeout: 180_000,
};
