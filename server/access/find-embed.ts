import { LRUCache } from "lru-cache";
import type { DataSource } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { Embed } from "../../schema/subjects/embed/embed.ts";
import { readEmbedToken, type SignedEmbed } from "./embed-token.ts";
import { ignoreReadOnly, isStale } from "./find-token.ts";

/** The content of an embed's token, whether or not the embed has ended. Throws EMBED_FORGED. */
export const signedEmbed = (key: Uint8Array, token: string): Promise<SignedEmbed> =>
  readEmbedToken(key, token).catch(() => {
    throw forged;
  });

/**
 * Checks that an embed has not ended and records its use. Each use looks it up, so a revoked embed ends at once.
 * Throws EMBED_FORGED, EMBED_EXPIRED, EMBED_REVOKED.
 */
export async function openEmbed(database: DataSource, { id, expiresAt }: SignedEmbed): Promise<void> {
  if (expiresAt <= Date.now()) throw expired;
  const embeds = database.getRepository(Embed);
  const embed = await embeds.findOneBy({ id });
  if (!embed) throw forged;
  if (embed.revokedAt) throw revoked;
  if (isStale(embed.lastUsedAt)) await recordUse(database, embed.id);
}

const recordUse = (database: DataSource, id: number): Promise<unknown> =>
  database
    .query(
      `UPDATE embed SET last_used_at = now()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= now() - interval '1 minute')`,
      [id],
    )
    .catch(ignoreReadOnly);

/** Records the use of embeds whose content is served without looking them up, once a minute at most. */
export function embedUses(database: DataSource, report: (error: unknown) => void): (id: number) => void {
  const recordedAt = new LRUCache<number, true>({ max: 10_000, ttl: 60_000 });
  return (id) => {
    if (recordedAt.has(id)) return;
    recordedAt.set(id, true);
    recordUse(database, id).catch(report);
  };
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
