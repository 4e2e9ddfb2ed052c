import { keepForLater } from "./on-site-keep.ts";
import { startMarking } from "./on-site-marks.ts";

// The page of the day works without this file; with it, it works without a network as well.
const root = document.querySelector<HTMLElement>("[data-on-site]");
if (root) {
  startMarking(root);
  keepForLater();
}
