// Beside the picture in words: who was chosen, whom it works with, and from there on to the next; also without a mouse.
import { goTo, type Moment, neighborsOf, type Scene } from "./network-scene.ts";

export type Words = Readonly<Record<string, string>>;

const fill = (sentence: string | undefined, values: Readonly<Record<string, string | number>>): string =>
  (sentence ?? "").replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ""));

/** A new element with these attributes and children. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const mostNeighbors = 40;

const tiedWords = (words: Words, count: number): string =>
  count === 0 ? (words["notTied"] ?? "") : fill(count === 1 ? words["tiedOne"] : words["tied"], { n: count });

const neighborList = (scene: Scene, words: Words, neighbors: readonly number[]): readonly Node[] => {
  if (neighbors.length === 0) return [];
  const shown = neighbors.slice(0, mostNeighbors).map((actor) => {
    const go = element("button", { type: "button" }, scene.drawing.actors[actor]?.[1] ?? "");
    go.addEventListener("click", () => goTo(scene, actor));
    return element("li", {}, go);
  });
  const list = element("ul", { class: "al-net__others" }, ...shown);
  if (neighbors.length <= mostNeighbors) return [list];
  return [list, element("p", {}, fill(words["others"], { n: neighbors.length - mostNeighbors }))];
};

/** Addresses with a gap for the short name of an organization. */
export type Addresses = { readonly profile: string; readonly circle: string };

/** Shows the chosen one in this place, or nothing when nobody is chosen. */
export const showCard = (
  place: HTMLElement,
  scene: Scene,
  moment: Moment,
  { words, addresses }: { readonly words: Words; readonly addresses: Addresses },
): void => {
  const actor = scene.chosen === undefined ? undefined : scene.drawing.actors[scene.chosen];
  place.hidden = actor === undefined;
  place.replaceChildren();
  if (!actor || scene.chosen === undefined) return;
  const [slug, name, sector] = actor;
  const neighbors = neighborsOf(moment, scene.chosen);
  const link = (address: string, text: string | undefined): HTMLElement =>
    element("a", { href: address.replace("{slug}", encodeURIComponent(slug)) }, text ?? "");
  place.append(
    element("p", {}, element("b", {}, name), ` · ${words[`sector${sector}`] ?? ""}`),
    element("p", {}, tiedWords(words, neighbors.length)),
    ...neighborList(scene, words, neighbors),
    element(
      "p",
      { class: "al-net__ways" },
      link(addresses.profile, words["profile"]),
      " ",
      link(addresses.circle, words["circle"]),
    ),
  );
};
