import { HubError } from "../../schema/core/hub-error.ts";
import type { Localized } from "../../schema/core/localized.ts";

/** A refusal that ends by itself: to try again after `retryAfterSeconds`. Answered with 429. */
export class LimitExceeded extends HubError {
  readonly retryAfterSeconds: number;

  constructor(code: string, text: Localized, remedy: Localized, retryAfterSeconds: number) {
    super(code, text, remedy);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The refusal of a visitor who has used up a limit. */
export function limitExceeded(
  name: "requests" | "cost",
  quota: number,
  retryAfterSeconds: number,
): LimitExceeded {
  const limit = quota.toLocaleString("en-US");
  const what =
    name === "requests"
      ? { ko: `요청은 분당 ${limit}번`, en: `${limit} requests a minute` }
      : { ko: `질의의 비용(cost)은 분당 ${limit}`, en: `a query cost of ${limit} a minute` };
  const remedy = {
    ko: "더 적은 질의로 나누어 묻지 말고 한 번에 필요한 것만 묻고, 같은 질의는 ETag로 다시 확인하십시오. 토큰으로 물으면 같은 주소의 다른 사람과 한도를 나누지 않습니다.",
    en: "Ask only for what you need, and revalidate what you already have by its ETag. With a token you do not share the limit with others at your address.",
  };
  return new LimitExceeded(
    "LIMIT_EXCEEDED",
    {
      ko: `한도를 다 썼습니다. ${what.ko}까지이며, ${retryAfterSeconds}초 뒤에 다시 물을 수 있습니다.`,
      en: `The limit of ${what.en} is used up. Try again in ${retryAfterSeconds} seconds.`,
    },
    remedy,
    retryAfterSeconds,
  );
}

/** The refusal of an expensive query that would have to wait too long. */
export const queueFull = (retryAfterSeconds: number): LimitExceeded =>
  new LimitExceeded(
    "QUEUE_FULL",
    {
      ko: `큰 질의가 이미 많이 기다리고 있습니다. ${retryAfterSeconds}초 뒤에 다시 물으십시오.`,
      en: `Too many large queries are waiting already. Try again in ${retryAfterSeconds} seconds.`,
    },
    {
      ko: "first를 줄이거나 where로 좁힌 질의는 기다리지 않습니다.",
      en: "A query with a smaller first or a narrower where does not wait.",
    },
    retryAfterSeconds,
  );
