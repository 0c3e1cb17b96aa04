import type { Action } from "../../schema/core/access.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";

/** What a token may be given, from the least to the most. */
export const roles = ["reader", "analyst", "steward", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who may do what. Nothing else in the hub decides that. */
const mayDo: Record<Action, readonly Role[]> = {
  READ: ["reader", "analyst", "steward", "admin"],
  EMBED: ["analyst", "steward", "admin"],
};

/** Whoever asks: by what token, and as what. */
export interface Visitor {
  /** Name of the token; null for who sent none. */
  tokenName: string | null;
  /** Null for who sent no token, where reading takes one. */
  role: Role | null;
}

/** Throws TOKEN_REQUIRED or ROLE_INSUFFICIENT where the visitor may not do this. */
export function demand({ tokenName, role }: Visitor, action: Action): void {
  if (role && mayDo[action].includes(role)) return;
  const least = mayDo[action][0]!;
  const remedy = {
    ko: `hub token create --role ${least} --name 이름 으로 만든 토큰을 Authorization: Bearer 머리글로 보내십시오.`,
    en: `Send a token made by hub token create --role ${least} --name NAME in the header Authorization: Bearer.`,
  };
  if (tokenName === null) {
    throw new HubError(
      "TOKEN_REQUIRED",
      { ko: "이 일에는 토큰이 있어야 합니다.", en: "This takes a token." },
      remedy,
    );
  }
  throw new HubError(
    "ROLE_INSUFFICIENT",
    {
      ko: `토큰 "${tokenName}"의 역할 ${particle(String(role), "으로")}는 할 수 없습니다.`,
      en: `The token "${tokenName}" has the role ${role}, which may not do this.`,
    },
    remedy,
  );
}
