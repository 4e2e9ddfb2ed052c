// The network in the hand of its reader: zoom, search, follow one organization, move through the years. The page is
// complete without it; the picture of the server stays for print and for whoever has no script.
import type { Drawing } from "#methods/network-drawing.ts";
import { actorAt, isCrowded, paint, readColors, shift } from "./network-canvas.ts";
import { type Addresses, element, fill, showCard, type Words } from "./network-card.ts";
import { changed, goTo, type Moment, momentOf, move, type Scene, whole, zoom } from "./network-scene.ts";
import { followYears } from "./network-years.ts";

const step = 0.1;
const nearer = 1.5;

const keys: Readonly<Record<string, (scene: Scene) => void>> = {
  ArrowLeft: (scene) => move(scene, step, 0),
  ArrowRight: (scene) => move(scene, -step, 0),
  ArrowUp: (scene) => move(scene, 0, step),
  ArrowDown: (scene) => move(scene, 0, -step),
  "+": (scene) => zoom(scene, nearer),
  "-": (scene) => zoom(scene, 1 / nearer),
};

const reset = (scene: Scene): void => {
  scene.view = whole;
  scene.chosen = undefined;
  changed(scene);
};

/** Buttons and search of all pictures of the page. */
const addTools = (scene: Scene, words: Words, first: HTMLElement): HTMLElement => {
  const button = (text: string | undefined, sign: string, press: () => void): HTMLElement => {
    const made = element("button", { type: "button", title: text ?? "" }, sign);
    if (sign !== text) made.setAttribute("aria-label", text ?? "");
    made.addEventListener("click", press);
    return made;
  };
  const names = element(
    "datalist",
    { id: "netz-namen" },
    ...scene.drawing.actors.slice(0, 3_000).map(([, name]) => element("option", { value: name })),
  );
  const search = element("input", { type: "search", list: "netz-namen", autocomplete: "off" });
  const answer = element("span", { role: "status" });
  search.addEventListener("input", () => {
    const typed = search.value.trim().toLocaleLowerCase("de");
    answer.textContent = "";
    const actor = scene.drawing.actors.findIndex(([, name]) => name.toLocaleLowerCase("de") === typed);
    if (actor >= 0) goTo(scene, actor);
  });
  search.addEventListener("change", () => {
    const typed = search.value.trim().toLocaleLowerCase("de");
    if (typed === "") return;
    const actor = scene.drawing.actors.findIndex(([, name]) => name.toLocaleLowerCase("de").includes(typed));
    if (actor >= 0) goTo(scene, actor);
    else answer.textContent = words["nobody"] ?? "";
  });
  const tools = element(
    "div",
    { class: "al-net__tools" },
    element("label", {}, words["find"] ?? "", " ", search),
    names,
    button(words["nearer"], "+", () => zoom(scene, nearer)),
    button(words["further"], "−", () => zoom(scene, 1 / nearer)),
    button(words["whole"], words["whole"] ?? "", () => reset(scene)),
    answer,
  );
  first.before(tools);
  return tools;
};

type Finger = { x: number; y: number };

/** Dragging, pinching, pointing and pressing. */
const listen = (
  canvas: HTMLCanvasElement,
  scene: Scene,
  hit: (x: number, y: number) => number | undefined,
): void => {
  const fingers = new Map<number, Finger>();
  let moved = 0;
  const share = (x: number, y: number) => {
    const box = canvas.getBoundingClientRect();
    return { x: (x - box.left) / box.width, y: (y - box.top) / box.height, box };
  };
  const pinch = (event: PointerEvent, finger: Finger): void => {
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, one]) => one);
    if (!other) return;
    const before = Math.hypot(finger.x - other.x, finger.y - other.y);
    const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    const { x, y } = share((event.clientX + other.x) / 2, (event.clientY + other.y) / 2);
    if (before > 0) zoom(scene, now / before, x, y);
  };
  canvas.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    canvas.setPointerCapture(event.pointerId);
    moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const { x, y, box } = share(event.clientX, event.clientY);
    const finger = fingers.get(event.pointerId);
    if (!finger) {
      const pointed = hit(x * box.width, y * box.height);
      canvas.classList.toggle("al-net__hit", pointed !== undefined);
      if (pointed === scene.pointed) return;
      scene.pointed = pointed;
      changed(scene);
      return;
    }
    const [right, down] = [event.clientX - finger.x, event.clientY - finger.y];
    moved += Math.abs(right) + Math.abs(down);
    if (fingers.size > 1) pinch(event, finger);
    else if (scene.view.scale > 1) move(scene, right / box.width, down / box.height);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  for (const end of ["pointerup", "pointercancel"] as const)
    canvas.addEventListener(end, (event) => {
      fingers.delete(event.pointerId);
      if (end === "pointercancel" || moved > 6) return;
      const { x, y, box } = share(event.clientX, event.clientY);
      scene.chosen = hit(x * box.width, y * box.height);
      changed(scene);
    });
  canvas.addEventListener("pointerleave", () => {
    if (scene.pointed === undefined) return;
    scene.pointed = undefined;
    changed(scene);
  });
  canvas.addEventListener(
    "wheel",
    (event) => {
      // Without the key the page scrolls on, as everywhere; a pinch on a touchpad comes with it.
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { x, y } = share(event.clientX, event.clientY);
      zoom(scene, Math.exp(-event.deltaY / 200), x, y);
    },
    { passive: false },
  );
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") reset(scene);
    const press = keys[event.key];
    if (!press) return;
    event.preventDefault();
    press(scene);
  });
};

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
  listen(canvas, scene, (x, y) =>
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
  const tools = addTools(scene, words, above);
  for (const part of document.querySelectorAll<HTMLElement>("[data-network-part]")) part.hidden = true;
  if (places.length === 1 && show)
    followYears({ picture: first, tools, years: drawing.years, show, label: fill(words["year"], {}) });
}
