/**
 * For pages that show embeds and run no inline scripts: sets each frame marked `data-hub-embed` to the height that the
 * panel in it has. Works from any server, so a page may use a copy of its own.
 */
const frames = () => [...document.querySelectorAll<HTMLIFrameElement>("iframe[data-hub-embed]")];

addEventListener("message", ({ data, source }) => {
  if (data?.type !== "hub-height" || !Number.isFinite(data.height)) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.style.height = `${data.height}px`;
});

// Frames that were complete before this script was.
for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: "hub-height-request" }, "*");
