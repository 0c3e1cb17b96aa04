import type { Subject } from "../subject-module.ts";
import { Embed } from "./embed.ts";
import { EmbedResolver } from "./embed-resolver.ts";

/** Panels that other departments embed in their own pages. */
export const embedSubject: Subject = {
  resolvers: [EmbedResolver],
  entities: [Embed],
};
