/** Sends the page that frames a panel its height in CSS pixels: now, whenever it changes, and when asked. */
const sendHeight = () =>
  // Any page may hear it: only those that the hub allows can frame it, and a height is no secret.
  parent.postMessage({ type: "hub-height", height: document.documentElement.offsetHeight }, "*");

new ResizeObserver(sendHeight).observe(document.documentElement);
addEventListener("message", ({ data, source }) => {
  if (source === parent && data?.type === "hub-height-request") sendHeight();
});
