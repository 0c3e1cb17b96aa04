import { HubError } from "../../schema/core/hub-error.ts";

/** The error where an address of the hub is needed and its origin is not known. */
export const hubUrlMissing = (): HubError =>
  new HubError(
    "SETTING_MISSING",
    {
      ko: "요청에 적힌 호스트가 이 컴퓨터의 주소가 아니어서 허브의 주소를 만들 수 없습니다.",
      en: "The request names a host that is not an address of this machine, so the hub's address is not known.",
    },
    {
      ko: "허브 관리자가 HUB_URL을 브라우저가 허브에 접속하는 주소로 지정해야 합니다. 예: https://hub.example.kr",
      en: "The hub's administrator has to set HUB_URL to the address by which browsers reach the hub, such as https://hub.example.kr.",
    },
  );
