import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";
import type { Settings } from "../settings.ts";

/** Whether a host to listen on is reachable from this machine only. */
export const isThisMachine = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * Whether anyone may read: the value of HUB_PUBLIC, by default true on this machine. Throws SETTING_MISSING if other
 * machines can reach the hub and HUB_SECRET or HUB_PUBLIC is not set: both must be deliberate choices there.
 */
export function readingIsPublic({ host, secret, public: set }: Settings): boolean {
  if (isThisMachine(host)) return set ?? true;
  const missing = [secret === undefined && "HUB_SECRET", set === undefined && "HUB_PUBLIC"].filter(
    (name) => name !== false,
  );
  if (missing.length === 0) return set!;
  const names = missing.join(", ");
  throw new HubError(
    "SETTING_MISSING",
    {
      ko: `${particle(host, "으로")} 열면 다른 컴퓨터도 허브에 닿으므로 ${names} 설정이 있어야 합니다.`,
      en: `On ${host} other machines can reach the hub, which requires the setting ${names}.`,
    },
    {
      ko: "HUB_SECRET은 openssl rand -base64 32의 출력으로, HUB_PUBLIC은 누구나 읽어도 되면 true, 토큰이 있어야 읽으면 false로 지정하거나, 127.0.0.1에서 여십시오.",
      en: "Set HUB_SECRET to the output of openssl rand -base64 32, and HUB_PUBLIC to true if anyone may read or to false if reading requires a token; or listen on 127.0.0.1.",
    },
  );
}
