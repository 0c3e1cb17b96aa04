const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * The HTML that shows an embed in a page. If that page runs no scripts, the frame keeps its initial height
 * and scrolls.
 */
export function snippetOf(url: string, origin: string, title: string): string {
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" height="640" style="width:100%;border:0" loading="lazy"></iframe>
<script>
(function (frame) {
  addEventListener("message", function (event) {
    if (event.origin === ${JSON.stringify(origin)} && event.source === frame.contentWindow && event.data.type === "hub-height")
      frame.style.height = event.data.height + "px";
  });
})(document.currentScript.previousElementSibling);
</script>`;
}
