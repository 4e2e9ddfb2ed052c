import type { Waiting } from "./hall-queue.ts";

/** A card of this table as the house knows it. */
export type Known = {
  readonly id: string;
  readonly key: string;
  readonly number: string;
  readonly text: string;
  readonly own: boolean;
  readonly free: boolean;
};

export type Words = (key: string, values?: Readonly<Record<string, number>>) => string;

export const wordsOf = (root: HTMLElement): Words => {
  const words = JSON.parse(root.dataset["words"] ?? "{}") as Record<string, string>;
  return (key, values = {}) =>
    (words[key] ?? "").replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
};

const part = (row: HTMLElement, name: string, text: string): void => {
  const place = row.querySelector(`[data-part=${name}]`);
  if (place) place.textContent = text;
};

const modelOf = (root: HTMLElement): HTMLElement | undefined => {
  const row = root.querySelector<HTMLTemplateElement>("template[data-model]")?.content.firstElementChild;
  const copy = row?.cloneNode(true);
  return copy instanceof HTMLElement ? copy : undefined;
};

const rowOf = (root: HTMLElement, card: Known): HTMLElement | undefined => {
  const row = modelOf(root);
  if (!row) return undefined;
  row.dataset["row"] = card.id;
  part(row, "text", card.text);
  part(row, "number", card.number);
  if (!card.own) row.querySelector("[data-part=own]")?.remove();
  const back = row.querySelector<HTMLInputElement>("[name=zurueck]");
  if (card.own && card.free && back) back.value = card.id;
  else row.querySelector("form")?.remove();
  return row;
};

const waitingRow = (root: HTMLElement, waiting: Waiting, words: Words): HTMLElement | undefined => {
  const row = modelOf(root);
  if (!row) return undefined;
  row.removeAttribute("data-row");
  row.dataset["waiting"] = waiting.key;
  part(row, "text", waiting.text);
  part(row, "number", words(waiting.because === "notOpen" ? "late" : "waiting"));
  row.querySelector("[data-part=own]")?.remove();
  row.querySelector("form")?.remove();
  if (waiting.because !== "notOpen") return row;
  for (const deed of ["again", "discard"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "al-do";
    button.dataset[deed] = waiting.key;
    button.textContent = words(deed);
    row.append(button, " ");
  }
  return row;
};

const fill = (place: Element | null, rows: readonly (HTMLElement | undefined)[]): void =>
  place?.replaceChildren(...rows.filter((row) => row !== undefined));

/** Draws what waits on this phone. */
export const drawWaiting = (root: HTMLElement, waiting: readonly Waiting[], words: Words): void => {
  fill(
    root.querySelector("[data-late]"),
    waiting.map((one) => waitingRow(root, one, words)),
  );
};

/** Draws what lies on the table; unless it is as before, so that nobody's button is taken from under the finger. */
export const drawCards = (root: HTMLElement, cards: readonly Known[]): void => {
  const list = root.querySelector<HTMLElement>("[data-cards]");
  const state = JSON.stringify(cards);
  if (!list || list.dataset["state"] === state) return;
  list.dataset["state"] = state;
  fill(
    list,
    cards.map((card) => rowOf(root, card)),
  );
  const none = root.querySelector<HTMLElement>("[data-none]");
  if (none) none.hidden = cards.length > 0;
};
