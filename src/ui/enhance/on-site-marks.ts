import { keepPage, keptPage } from "./kept-pages.ts";
import { draw, forgetRow, type Known, rowsOf, showKnown, type Words, wordsOf } from "./on-site-list.ts";
import { list, type MarkName, put, remove, type Waiting } from "./on-site-queue.ts";

type Answer = {
  readonly taken: readonly { readonly id: string; readonly signupId: string }[];
  readonly refused: readonly { readonly id: string; readonly text: string }[];
  readonly clock: string | null;
  readonly state: { readonly at: number; readonly rows: readonly Known[] };
};

type Day = {
  readonly root: HTMLElement;
  readonly words: Words;
  readonly plan: string;
  readonly person: string;
  readonly address: string;
};

const most = 100;
const pause = 15_000;

/** How the house is reached: fine, not at all, or only after signing in again. */
let reach: "fine" | "away" | "signIn" = "fine";
const faults: string[] = [];

const own = (day: Day): Waiting[] => list(day.plan).filter(({ by }) => by === day.person);

const line = (day: Day): void => {
  const { root, words } = day;
  const n = own(day).length;
  const others = list(day.plan).length - n;
  const state = reach === "fine" && n > 0 ? "sending" : reach;
  const sentences = [
    state === "fine" ? words("fine") : words(state, { n }),
    others > 0 ? words("others", { n: others }) : "",
    ...faults,
  ];
  const place = root.querySelector<HTMLElement>("[data-line]");
  const told = sentences.filter(Boolean).join(" ");
  if (place && place.textContent !== told) place.textContent = told;
  place?.setAttribute("data-reach", state);
  const link = root.querySelector<HTMLElement>("[data-sign-in]");
  if (link) link.hidden = reach !== "signIn";
};

const show = (day: Day): void => {
  draw(day.root, own(day), day.words);
  line(day);
};

const take = async (day: Day, answer: Answer): Promise<void> => {
  for (const { id, signupId } of answer.taken) {
    remove(day.plan, id);
    forgetRow(day.root, id, signupId);
  }
  for (const { id, text } of answer.refused) {
    remove(day.plan, id);
    day.root.querySelector(`li[data-row="neu-${id}"]`)?.remove();
    if (!faults.includes(text)) faults.push(text);
  }
  if (answer.clock)
    faults.splice(0, faults.length, answer.clock, ...faults.filter((one) => one !== answer.clock));
  showKnown(day.root, answer.state.rows);
  const kept = new Response(JSON.stringify(answer.state));
  if ("caches" in window) await keepPage(location.origin + day.address, kept).catch(() => undefined);
};

const ask = async (day: Day, waiting: readonly Waiting[]): Promise<void> => {
  const signal = AbortSignal.timeout(20_000);
  const reply =
    waiting.length === 0
      ? await fetch(day.address, { signal })
      : await fetch(day.address, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ sentAt: Date.now(), marks: waiting }),
          signal,
        });
  if (reply.redirected || [401, 403, 404].includes(reply.status)) reach = "signIn";
  else if (!reply.ok) reach = "away";
  else {
    reach = "fine";
    await take(day, (await reply.json()) as Answer);
  }
};

let busy = false;

/** Sends what waits, hundred by hundred, or asks what others have ticked; nothing is lost when it fails. */
const send = async (day: Day): Promise<void> => {
  if (busy) return;
  busy = true;
  try {
    do await ask(day, own(day).slice(0, most));
    while (reach === "fine" && own(day).length > 0);
  } catch {
    reach = "away";
  }
  busy = false;
  show(day);
};

const tick = (day: Day, waiting: Omit<Waiting, "id" | "markedAt" | "by">): boolean => {
  const full = { ...waiting, id: crypto.randomUUID(), markedAt: Date.now(), by: day.person };
  if (!put(day.plan, full)) return false;
  show(day);
  void send(day);
  return true;
};

const markRow = (day: Day, form: HTMLFormElement, mark: MarkName): boolean => {
  const row = form.closest<HTMLElement>("li[data-row]");
  const id = row?.dataset["row"];
  if (!row || !id) return false;
  const people = Number(form.querySelector("select")?.value ?? row.dataset["party"] ?? 1);
  const how = day.root.dataset["how"] === "code" ? "code" : "list";
  const who = id.startsWith("neu-") ? { of: id.slice(4) } : { signupId: id };
  return tick(day, { mark, how, people, ...who });
};

const addWalkIn = (day: Day, form: HTMLFormElement, shift: string): boolean => {
  const fields = new FormData(form);
  const name = String(fields.get("name") ?? "").trim();
  const party = Math.trunc(Number(String(fields.get("anzahl") ?? "") || 1));
  // What is not filled in well comes back from the house with its sentence.
  if (!name || name.length > 120 || !(party >= 1 && party <= 50)) return false;
  const walkIn = { needId: String(fields.get("bedarf") ?? ""), name, party };
  if (!tick(day, { mark: "arrived", how: "list", walkIn, shift })) return false;
  form.reset();
  form.querySelector<HTMLElement>("[name=name]")?.focus();
  return true;
};

const onSubmit = (day: Day, event: SubmitEvent): void => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const shift = form.closest<HTMLElement>("[data-walk-in]")?.dataset["walkIn"];
  const isTaken =
    shift !== undefined
      ? addWalkIn(day, form, shift)
      : form.matches("[data-mark]") && event.submitter instanceof HTMLButtonElement
        ? markRow(day, form, event.submitter.value as MarkName)
        : form.matches("[data-search]");
  if (isTaken) event.preventDefault();
};

const search = (day: Day, typed: string): void => {
  const wanted = typed.trim().toLocaleLowerCase();
  for (const row of rowsOf(day.root)) {
    const name = row.querySelector("[data-part=name]")?.textContent ?? "";
    row.hidden = wanted !== "" && !name.toLocaleLowerCase().includes(wanted);
  }
};

/** What the house said last, when this page itself was kept before that. */
const recall = async (day: Day): Promise<void> => {
  const reply = "caches" in window ? await keptPage(location.origin + day.address) : undefined;
  if (!reply) return;
  const { at, rows } = (await reply.json()) as Answer["state"];
  if (at > Number(day.root.dataset["at"])) showKnown(day.root, rows);
};

// Without a network the code of a helper opens the whole list; then it goes to their line.
const goToPerson = ({ root }: Day): void => {
  const person = new URLSearchParams(location.search).get("person");
  if (!person || !root.hasAttribute("data-whole")) return;
  root.dataset["how"] = "code";
  rowsOf(root)
    .find((row) => row.dataset["row"] === person)
    ?.focus();
};

/** Ticks at once, keeps each tick on the device until the house has it, and shows what others tick meanwhile. */
export const startMarking = (root: HTMLElement): void => {
  const { plan = "", person = "", marks: address = "" } = root.dataset;
  const day: Day = { root, words: wordsOf(root), plan, person, address };
  if (!navigator.onLine) reach = "away";
  // Before the script of all forms, which would keep people from sending without a network.
  document.addEventListener("submit", (event) => onSubmit(day, event), { capture: true });
  root.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest("[data-search]")) search(day, target.value);
  });
  addEventListener("online", () => void send(day));
  addEventListener("offline", () => {
    reach = "away";
    show(day);
  });
  addEventListener("storage", () => show(day));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void send(day);
  });
  setInterval(() => {
    if (!document.hidden) void send(day);
  }, pause);
  recall(day)
    .catch(() => undefined)
    .then(() => {
      show(day);
      goToPerson(day);
      return send(day);
    });
};
