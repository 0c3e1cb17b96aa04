import { HubError } from "../../schema/core/hub-error.ts";

/** DATABASE_UNAVAILABLE for an import. If it was lost during the commit, nobody knows whether that was done. */
export const importInterrupted = (isCommitting: boolean): HubError =>
  new HubError(
    "DATABASE_UNAVAILABLE",
    isCommitting
      ? {
          ko: "공표를 마치는 순간 데이터베이스와의 연결이 끊겨, 공표되었는지 알 수 없습니다.",
          en: "The connection to the database was lost at the moment of publishing; whether it was done is not known.",
        }
      : {
          ko: "가져오는 동안 데이터베이스와의 연결이 끊겼습니다. 아무것도 공표하지 않았습니다.",
          en: "The connection to the database was lost during the import. Nothing was published.",
        },
    {
      ko: "데이터베이스가 켜져 있는지 확인하고 같은 파일을 다시 가져오십시오. 이미 공표된 내용은 바뀌지 않습니다.",
      en: "Check that the database is running and import the same files again. What is published already will not change.",
    },
  );
