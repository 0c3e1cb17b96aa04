/** Tells the page that frames a panel how high the panel is, in CSS pixels, now and whenever that changes. */
const tellHeight = () =>
  // Any page may hear it: only those that the hub allows can frame it, and a height is no secret.
  parent.postMessage({ type: "hub-height", height: document.documentElement.offsetHeight }, "*");

new ResizeObserver(tellHeight).observe(document.documentElement);
