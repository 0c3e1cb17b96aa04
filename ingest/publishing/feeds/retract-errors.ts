import { HubError } from "../../../schema/core/hub-error.ts";
import { particle } from "../../../schema/core/particle.ts";
import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";

/** For a key that does not have the parts of its feed's, or parts that cannot be read. */
export const keyShape = (feed: Feed, keys: FeedColumn[]): HubError => {
  const shape = keys.map((column) => column.heading).join("+");
  const example = keys.map((column) => column.example).join(" ");
  return new HubError(
    "KEY_MALFORMED",
    { ko: `${feed.title.ko}의 키는 ${shape}입니다.`, en: `The key of ${feed.name} is ${shape}.` },
    { ko: `예: "${example}"`, en: `For example: "${example}"` },
  );
};

/** For a key or municipality that no current row has. */
export const unknownKey = (feed: Feed, key: string): HubError =>
  new HubError(
    "UNKNOWN_REFERENCE",
    {
      ko: `${feed.title.ko}에 지금 있는 행 가운데 ${particle(key, "이")} 없습니다.`,
      en: `${feed.name} has no current row with the key ${key}.`,
    },
    { ko: "키와 --municipality를 확인하십시오.", en: "Check the key and --municipality." },
  );

/** For a feed whose rows are only derived from others. */
export const notRetractable = (feed: Feed): HubError =>
  new HubError(
    "NOT_RETRACTABLE",
    {
      ko: `${particle(feed.title.ko, "은")} 거둘 수 없습니다.`,
      en: `Rows of ${feed.name} are not retracted.`,
    },
    { ko: "그것이 든 공약, 구매 등의 행을 거두십시오.", en: "Retract the rows that belong to it." },
  );
