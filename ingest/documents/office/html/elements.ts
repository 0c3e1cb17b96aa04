/** Elements that begin and end a line of their own. */
export const lineBreaking: ReadonlySet<string> = new Set(
  `address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure
   footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td
   tfoot th thead tr ul`.split(/\s+/),
);

/** Elements whose text a browser does not show. */
export const unprinted: ReadonlySet<string> = new Set(["script", "style", "template", "title", "noscript"]);

/** Lists, whose depth indents. */
export const listNames: ReadonlySet<string> = new Set(["ul", "ol", "menu", "dir"]);

/** Elements that HTML allows to leave open. */
export const noEndTag: ReadonlySet<string> = new Set(
  `area base body br caption col colgroup dd dt embed head hr html img input li link meta optgroup option p param rp rt
   source tbody td tfoot th thead tr track wbr`.split(/\s+/),
);
