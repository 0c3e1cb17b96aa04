import type { Action } from "../../schema/core/access.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";

/** Roles of tokens, in order of increasing permissions. */
export const roles = ["reader", "analyst", "steward", "admin"] as const;
export type Role = (typeof roles)[number];

/** Roles permitted to perform an action, in order of increasing permissions. */
const rolesOf: Record<Action, readonly Role[]> = {
  READ: ["reader", "analyst", "steward", "admin"],
  EMBED: ["analyst", "steward", "admin"],
  MANAGE_EMBEDS: ["steward", "admin"],
};

/** The least role that may do everything that a role may do: another one if the role permits nothing more so far. */
export const leastEqualRole = (role: Role): Role =>
  roles.find((least) =>
    Object.values(rolesOf).every((permitted) => permitted.includes(least) === permitted.includes(role)),
  )!;

/** The sender of a request: token and role. */
export interface Principal {
  /** Name of the token; null without one. */
  tokenName: string | null;
  /** Null without a token, if reading requires one. */
  role: Role | null;
}

/** The principal of a request with a token in its header. */
export const tokenPrincipal = ({ name, role }: { name: string; role: Role }): Principal => ({
  tokenName: name,
  role,
});

/**
 * The principal of a request with a session cookie. Browsers send cookies by themselves, so it only reads, whatever the
 * role of its token.
 */
export const sessionPrincipal = ({ name }: { name: string }): Principal => ({
  tokenName: name,
  role: "reader",
});

/** The principal of a request without credentials: a reader if reading is public. */
export const anonymous = (publicReading: boolean): Principal => ({
  tokenName: null,
  role: publicReading ? "reader" : null,
});

/** Throws TOKEN_REQUIRED or ROLE_INSUFFICIENT if the principal may not do this. */
export function authorize({ tokenName, role }: Principal, action: Action): void {
  if (role && rolesOf[action].includes(role)) return;
  const least = rolesOf[action][0]!;
  const remedy = {
    ko: `hub token create --role ${least} --name 이름 으로 만든 토큰을 Authorization: Bearer 머리글로 보내십시오.`,
    en: `Send a token created by hub token create --role ${least} --name NAME in the header Authorization: Bearer.`,
  };
  if (tokenName === null) {
    throw new HubError(
      "TOKEN_REQUIRED",
      { ko: "이 작업에는 토큰이 필요합니다.", en: "This needs a token." },
      remedy,
    );
  }
  throw new HubError(
    "ROLE_INSUFFICIENT",
    {
      ko: `토큰 "${tokenName}"의 역할 ${particle(String(role), "으로")}는 할 수 없는 작업입니다.`,
      en: `The token "${tokenName}" has the role ${role}, which may not do this.`,
    },
    remedy,
  );
}
