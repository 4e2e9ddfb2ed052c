// The network in the hand of its reader: zoom, search, follow one organization, move through the years. The page is
// complete without it; the picture of the server stays for print and for whoever has no script.
import type { Drawing } from "#methods/network-drawing.ts";
import { actorAt, isCrowded, paint, readColors, shift } from "./network-canvas.ts";
import { type Addresses, element, showCard, type Words } from "./network-card.ts";
import { handle } from "./network-hands.ts";
import { type Moment, momentOf, type Scene, whole } from "./network-scene.ts";
import { toolsOf } from "./network-tools.ts";
import { followYears } from "./network-years.ts";

const restTime = 120;

/** A canvas that is painted when something changed; many lines only when the picture rests, until then it is shifted. */
const painter = (canvas: HTMLCanvasElement, place: HTMLElement, scene: Scene, now: () => Moment) => {
  const painted = document.createElement("canvas");
  let colors = readColors(place);
  let from = scene.view;
  let isAsked = false;
  let timer = 0;
  const repaint = (): void => {
    from = scene.view;
    paint(painted, { scene, moment: now(), colors });
    shift(canvas, painted, from, from);
  };
  const draw = (): void => {
    isAsked = false;
    clearTimeout(timer);
    if (from === scene.view || !isCrowded(now())) {
      repaint();
      return;
    }
    shift(canvas, painted, from, scene.view);
    timer = window.setTimeout(repaint, restTime);
  };
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(draw);
  };
  new ResizeObserver(() => {
    const sharpness = window.devicePixelRatio || 1;
    for (const one of [canvas, painted]) {
      one.width = Math.round(canvas.clientWidth * sharpness);
      one.height = Math.round(canvas.clientHeight * sharpness);
    }
    repaint();
  }).observe(canvas);
  void document.fonts.ready.then(ask);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colors = readColors(place);
    repaint();
  });
  return ask;
};

/** Puts a living picture in the stead of the one of the server; answers how to show another year in it. */
const enliven = (place: HTMLElement, scene: Scene, words: Words, addresses: Addresses) => {
  const { years } = scene.drawing;
  const yearAt = (year: string | undefined): number | undefined => {
    const at = years.indexOf(Number(year));
    return at < 0 ? undefined : at;
  };
  const since = yearAt(place.dataset["since"]);
  let moment = momentOf(scene.drawing, yearAt(place.dataset["year"]) ?? years.length - 1, since);
  const title = place.querySelector("title")?.textContent ?? "";
  const canvas = element("canvas", {
    tabindex: "0",
    role: "img",
    "aria-label": `${title} ${words["keys"] ?? ""}`,
  });
  const card = element("div", { class: "al-net__card", "aria-live": "polite" });
  card.hidden = true;
  place.append(canvas, card);
  place.classList.add("al-net--alive");
  const ask = painter(canvas, place, scene, () => moment);
  let shown: number | undefined;
  scene.watchers.add(() => {
    ask();
    canvas.classList.toggle("al-net__near", scene.view.scale > 1);
    if (shown === scene.chosen) return;
    shown = scene.chosen;
    showCard(card, scene, moment, { words, addresses });
  });
  handle(canvas, scene, (x, y) =>
    actorAt(scene, moment, { width: canvas.clientWidth, height: canvas.clientHeight }, { x, y }),
  );
  return (at: number): void => {
    moment = momentOf(scene.drawing, at, since);
    showCard(card, scene, moment, { words, addresses });
    ask();
  };
};

const places = [...document.querySelectorAll<HTMLElement>("[data-network]")];
const [first] = places;
const reply = first && (await fetch(first.dataset["network"] ?? "").catch(() => undefined));
if (first && reply?.ok) {
  const drawing = (await reply.json()) as Drawing;
  const words = JSON.parse(first.dataset["words"] ?? "{}") as Words;
  const addresses: Addresses = {
    profile: first.dataset["profile"] ?? "",
    circle: first.dataset["circle"] ?? "",
  };
  const scene: Scene = { drawing, view: whole, chosen: undefined, pointed: undefined, watchers: new Set() };
  const [show] = places.map((place) => enliven(place, scene, words, addresses));
  const above = first.closest<HTMLElement>(".al-nets") ?? first;
  const tools = toolsOf(scene, words);
  above.before(tools);
  for (const part of document.querySelectorAll<HTMLElement>("[data-network-part]")) part.hidden = true;
  if (places.length === 1 && show)
    followYears({ picture: first, tools, years: drawing.years, show, label: words["year"] ?? "" });
}
