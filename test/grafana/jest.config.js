import { native } from "../setup/native/settings.js";

// `npm run test:grafana`: not part of `npm test`, as it takes a Grafana that runs, with these boards.
const missing = ["GRAFANA_URL", "HUB_URL"].filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(
    `${missing.join(", ")}: 설정되지 않았습니다. not set.
GRAFANA_URL: 대시보드가 프로비저닝된 Grafana의 주소 / a Grafana with the boards of dashboards/grafana, http://127.0.0.1:3000
HUB_URL: 그 Grafana가 묻는, 누구나 읽을 수 있는 허브의 주소 / the hub that it asks, open to any reader, http://127.0.0.1:4000
GRAFANA_TOKEN: Grafana를 익명으로 읽을 수 없을 때 / where Grafana is not open to anyone`,
  );
  process.exit(2);
}

export default {
  ...native,
  rootDir: "../..",
  testMatch: ["<rootDir>/test/grafana/*.grafana.ts"],
  maxWorkers: 1,
  testTimeout: 180_000,
};
