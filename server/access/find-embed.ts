import { errors } from "jose";
import type { DataSource } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { Embed } from "../../schema/subjects/embed/embed.ts";
import { readEmbedToken, type SignedEmbed } from "./embed-token.ts";
import { isStale } from "./find-token.ts";

/**
 * Returns the content of an embed's token and records its use. Each use looks it up, so a revoked embed ends at once.
 * Throws EMBED_FORGED, EMBED_EXPIRED, EMBED_REVOKED.
 */
export async function findEmbed(database: DataSource, key: Uint8Array, token: string): Promise<SignedEmbed> {
  const signed = await readEmbedToken(key, token).catch((error: unknown) => {
    throw error instanceof errors.JWTExpired ? expired : forged;
  });
  const embeds = database.getRepository(Embed);
  const embed = await embeds.findOneBy({ id: signed.id });
  if (!embed) throw forged;
  if (embed.revokedAt) throw revoked;
  if (isStale(embed.lastUsedAt)) await embeds.update({ id: embed.id }, { lastUsedAt: new Date() });
  return signed;
}

const remedy = {
  ko: "이 화면을 관리하는 분은 허브에서 새 임베드를 만들어(createEmbed) 붙이십시오.",
  en: "If you maintain this page, create a new embed in the hub (createEmbed) and paste it.",
};
const forged = new HubError(
  "EMBED_FORGED",
  { ko: "이 허브가 서명한 주소가 아닙니다.", en: "The address was not signed by this hub." },
  remedy,
);
const expired = new HubError(
  "EMBED_EXPIRED",
  { ko: "이 임베드는 기한이 지났습니다.", en: "This embed has expired." },
  remedy,
);
const revoked = new HubError(
  "EMBED_REVOKED",
  { ko: "이 임베드는 거두어졌습니다.", en: "This embed was revoked." },
  remedy,
);
