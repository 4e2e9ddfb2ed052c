// Search and buttons for all pictures of a page.
import { element, type Words } from "./network-card.ts";
import { changed, goTo, type Scene, whole, zoom } from "./network-scene.ts";

const nearer = 1.5;
const mostNames = 3_000;

const folded = (words: string): string => words.trim().toLocaleLowerCase("de");

/** Everything in sight again, and nobody followed. */
export const reset = (scene: Scene): void => {
  scene.view = whole;
  scene.chosen = undefined;
  changed(scene);
};

export const comeNearer = (scene: Scene): void => zoom(scene, nearer);
export const goAway = (scene: Scene): void => zoom(scene, 1 / nearer);

// Whoever is called exactly so stands before whoever's name only holds the words.
const actorNamed = ({ drawing }: Scene, words: string): number => {
  const names = drawing.actors.map(([, name]) => folded(name));
  const exact = names.indexOf(words);
  return exact >= 0 ? exact : names.findIndex((name) => name.includes(words));
};

const searchOf = (scene: Scene, words: Words) => {
  const id = "netz-namen";
  const offered = scene.drawing.actors
    .slice(0, mostNames)
    .map(([, name]) => element("option", { value: name }));
  const field = element("input", { type: "search", list: id, autocomplete: "off" });
  const answer = element("span", { role: "status" });
  const look = (isDone: boolean): void => {
    const typed = folded(field.value);
    answer.textContent = "";
    if (typed === "") return;
    const actor = actorNamed(scene, typed);
    const isExact = actor >= 0 && folded(scene.drawing.actors[actor]?.[1] ?? "") === typed;
    if (isExact || (isDone && actor >= 0)) goTo(scene, actor);
    else if (isDone) answer.textContent = words["nobody"] ?? "";
  };
  // A name chosen from the list is found at once, words only when they are done.
  field.addEventListener("input", () => look(false));
  field.addEventListener("change", () => look(true));
  return {
    search: element("label", {}, words["find"] ?? "", " ", field),
    names: element("datalist", { id }, ...offered),
    answer,
  };
};

const button = (text: string, sign: string, press: () => void): HTMLElement => {
  const made = element("button", { type: "button", title: text, "aria-label": text }, sign);
  made.addEventListener("click", press);
  return made;
};

/** Search and buttons, to stand above the pictures. */
export const toolsOf = (scene: Scene, words: Words): HTMLElement => {
  const { search, names, answer } = searchOf(scene, words);
  return element(
    "div",
    { class: "al-net__tools" },
    search,
    names,
    button(words["nearer"] ?? "", "+", () => comeNearer(scene)),
    button(words["further"] ?? "", "−", () => goAway(scene)),
    button(words["whole"] ?? "", words["whole"] ?? "", () => reset(scene)),
    answer,
  );
};
