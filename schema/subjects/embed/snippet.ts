import { declareEnum } from "../../core/enum-words.ts";

/** How a page that shows an embed adjusts the frame's height. */
export enum SnippetScript {
  INLINE = "INLINE",
  FILE = "FILE",
  NONE = "NONE",
}
declareEnum(SnippetScript, {
  name: "SnippetScript",
  description: {
    ko: "넣은 화면에서 틀의 높이를 맞추는 방법.",
    en: "How the page that shows an embed adjusts the height of the frame.",
  },
  values: {
    INLINE: { ko: "HTML 안의 짧은 스크립트.", en: "A short script in the HTML." },
    FILE: {
      ko: "허브에 있는 스크립트 파일. CSP로 인라인 스크립트를 막은 화면용: script-src에 허브의 주소를 더하거나, 파일을 그 화면의 서버에 복사해 씁니다.",
      en: "A script file of the hub, for pages whose Content-Security-Policy forbids inline scripts: add the hub to script-src, or copy the file to the page's own server.",
    },
    NONE: {
      ko: "스크립트 없음. 틀의 높이는 처음 그대로이고, 넘치면 틀 안에서 스크롤됩니다.",
      en: "No script: the frame keeps its height and scrolls.",
    },
  },
});

/** A frame for a page: its URL, the origin of the hub, its title, its script, and its height in pixels to begin with. */
export interface Snippet {
  url: string;
  origin: string;
  title: string;
  script: `${SnippetScript}`;
  height?: number;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The HTML that shows an embed in a page. A frame with `sandbox` sends its messages from the origin "null". */
export function snippetOf({ url, origin, title, script, height = 640 }: Snippet): string {
  const mark = script === "FILE" ? " data-hub-embed" : "";
  const frame = `<iframe src="${escaped(url)}" title="${escaped(title)}" height="${height}" style="width:100%;border:0" loading="lazy"${mark}></iframe>`;
  if (script === "NONE") return frame;
  if (script === "FILE")
    return `${frame}\n<script src="${escaped(origin)}/assets/embed-host.js" async></script>`;
  return `${frame}
<script>
(function (frame) {
  addEventListener("message", function (event) {
    if ((event.origin === ${JSON.stringify(origin)} || event.origin === "null") && event.source === frame.contentWindow && event.data.type === "hub-height")
      frame.style.height = event.data.height + "px";
  });
})(document.currentScript.previousElementSibling);
</script>`;
}
