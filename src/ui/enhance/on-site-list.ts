import { countPeople, type Presence } from "#methods/attendance.ts";
import type { Waiting } from "./on-site-queue.ts";

type State = Presence["state"] | "open";

/** One line of the list as the house knows it. */
export type Known = {
  readonly id: string;
  readonly shift: string;
  readonly name: string;
  readonly about: string;
  readonly state: State;
  /** "da seit 14.03 Uhr" */
  readonly now: string;
  readonly people: number | null;
  readonly party: number;
};

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export const wordsOf = (root: HTMLElement): Words => {
  const words = JSON.parse(root.dataset["words"] ?? "{}") as Record<string, string>;
  return (key, values = {}) =>
    (words[key] ?? "").replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
};

export const rowsOf = (root: HTMLElement): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>("li[data-row]"),
];

const text = (row: HTMLElement, part: string, words: string): void => {
  const place = row.querySelector(`[data-part=${part}]`);
  if (place && place.textContent !== words) place.textContent = words;
};

const makeRow = (root: HTMLElement, known: Known): HTMLElement | undefined => {
  const model = root.querySelector<HTMLTemplateElement>("template[data-row-model]");
  const row = model?.content.firstElementChild?.cloneNode(true);
  const list = root.querySelector(`[data-list="${known.shift}"]`);
  // A page that shows only some stays as it was asked for.
  if (!(row instanceof HTMLElement) || !list || !root.hasAttribute("data-whole")) return undefined;
  row.dataset["row"] = known.id;
  row.dataset["shift"] = known.shift;
  row.dataset["party"] = String(known.party);
  row.id = `p-${known.id}`;
  text(row, "name", known.name);
  text(row, "about", known.about);
  for (const place of row.querySelectorAll("[data-object]")) place.textContent = `: ${known.name}`;
  list.append(row);
  return row;
};

/** Puts what the house knows into the list, and whom it did not have yet below. */
export const showKnown = (root: HTMLElement, list: readonly Known[]): void => {
  const rows = new Map(rowsOf(root).map((row) => [row.dataset["row"], row]));
  for (const known of list) {
    const row = rows.get(known.id) ?? makeRow(root, known);
    if (!row) continue;
    row.dataset["known"] = known.state;
    row.dataset["now"] = known.now;
    row.dataset["people"] = String(known.people ?? known.party);
  }
};

const about = (waiting: Waiting): string => waiting.signupId ?? `neu-${waiting.of ?? waiting.id}`;

const showWalkIns = (root: HTMLElement, waiting: readonly Waiting[], words: Words): void => {
  const rows = new Set(rowsOf(root).map((row) => row.dataset["row"]));
  for (const one of waiting) {
    if (!one.walkIn || rows.has(about(one))) continue;
    const { name, party } = one.walkIn;
    const row = { id: about(one), shift: one.shift ?? "", name, about: words("walkIn"), party };
    showKnown(root, [{ ...row, state: "open", now: "", people: party }]);
  }
};

/** Draws each line with what waits on this device over what the house knows, and the figures of each shift. */
export const draw = (root: HTMLElement, waiting: readonly Waiting[], words: Words): void => {
  showWalkIns(root, waiting, words);
  const last = new Map(waiting.map((one) => [about(one), one]));
  const byShift = new Map<string, { party: number; state: Presence["state"] | null; people: number }[]>();
  for (const row of rowsOf(root)) {
    const one = last.get(row.dataset["row"] ?? "");
    const party = Number(row.dataset["party"] ?? 1);
    const known = (row.dataset["known"] ?? row.dataset["state"] ?? "open") as State;
    const state = one ? (one.mark === "cleared" ? "open" : one.mark) : known;
    const came = one?.mark === "arrived" ? (one.people ?? party) : Number(row.dataset["people"] ?? party);
    row.dataset["state"] = state;
    row.toggleAttribute("data-waiting", one !== undefined);
    text(row, "now", one ? words(`waiting_${one.mark}`) : (row.dataset["now"] ?? ""));
    const shift = row.dataset["shift"] ?? "";
    const people = state === "missed" || state === "excused" ? 0 : came;
    const counted = { party, state: state === "open" ? null : state, people };
    byShift.set(shift, [...(byShift.get(shift) ?? []), counted]);
  }
  for (const place of root.querySelectorAll<HTMLElement>("[data-count]")) {
    const { expected, here, gone } = countPeople(byShift.get(place.dataset["count"] ?? "") ?? []);
    const figures = words(gone > 0 ? "countGone" : "count", { here, expected, gone });
    if (place.textContent !== figures) place.textContent = figures;
  }
};

/** Takes lines of people away whom this device wrote down and the house now knows under their own name. */
export const forgetRow = (root: HTMLElement, markId: string, signupId: string): void => {
  const row = root.querySelector<HTMLElement>(`li[data-row="neu-${markId}"]`);
  if (!row) return;
  if (root.querySelector(`li[data-row="${signupId}"]`)) row.remove();
  else row.dataset["row"] = signupId;
};
