import { keepHall } from "./hall-keep.ts";
import { drawCards, drawWaiting, type Known, type Words, wordsOf } from "./hall-list.ts";
import { openQueue, type Queue, type Waiting } from "./hall-queue.ts";

type State = { readonly phase: string; readonly takes: string; readonly cards: readonly Known[] };
type Answer = {
  readonly taken: readonly string[];
  readonly refused: readonly { readonly key: string; readonly because: string }[];
  readonly state: State;
};
type Hall = {
  readonly root: HTMLElement;
  readonly words: Words;
  readonly queue: Queue;
  reach: "fine" | "away";
  busy: boolean;
};

const most = 20;
const pause = 4_000;

const textOf = ({ root }: Hall): HTMLTextAreaElement | null =>
  root.querySelector("[data-write] textarea[name=text]");

const line = ({ root, words, reach }: Hall, n: number): void => {
  const place = root.querySelector<HTMLElement>("[data-line]");
  const told = reach === "away" ? words("away", { n }) : n > 0 ? words("sending", { n }) : words("fine");
  if (place && place.textContent !== told) place.textContent = told;
  place?.setAttribute("data-reach", reach === "away" ? "away" : n > 0 ? "sending" : "fine");
};

const show = async (hall: Hall): Promise<void> => {
  const waiting = await hall.queue.list();
  drawWaiting(hall.root, waiting, hall.words);
  line(hall, waiting.filter(({ because }) => because !== "notOpen").length);
};

/** The next part has begun: a page on which nobody is writing shows it at once. */
const follow = (hall: Hall, state: State): void => {
  const { root } = hall;
  if (root.dataset["phase"] !== state.phase || root.dataset["takes"] !== state.takes) {
    if (!textOf(hall)?.value.trim()) location.replace(location.pathname);
    else {
      const place = root.querySelector("[data-line]");
      if (place) place.textContent = hall.words("movedOn");
    }
    return;
  }
  drawCards(root, state.cards);
};

const take = async (hall: Hall, { taken, refused }: Answer, sent: readonly Waiting[]): Promise<void> => {
  await hall.queue.remove(taken);
  const because = new Map(refused.map((one) => [one.key, one.because]));
  for (const card of sent) {
    const reason = because.get(card.key);
    if (reason === "notOpen") await hall.queue.put({ ...card, because: reason });
  }
};

const ask = async (hall: Hall): Promise<boolean> => {
  const { send = "", state = "" } = hall.root.dataset;
  const waiting = (await hall.queue.list()).filter(({ because }) => !because).slice(0, most);
  const signal = AbortSignal.timeout(15_000);
  const body = JSON.stringify({
    cards: waiting.map(({ key, phase, table, text }) => ({ key, phase, table, text })),
  });
  const reply =
    waiting.length === 0
      ? await fetch(state, { signal })
      : await fetch(send, { method: "POST", headers: { "content-type": "application/json" }, body, signal });
  // The mark of this phone is gone, or the day is over: the page itself says so; what waits stays kept.
  if (reply.status === 401 || (reply.status === 404 && waiting.length === 0))
    location.replace(location.pathname);
  if (reply.status === 401 || reply.status === 404) return false;
  if (!reply.ok) throw new Error(String(reply.status));
  const told = (await reply.json()) as Answer | State;
  hall.reach = "fine";
  if ("taken" in told) await take(hall, told, waiting);
  follow(hall, "taken" in told ? told.state : told);
  return "taken" in told && told.taken.length > 0;
};

/** Sends what waits, or asks what lies on the table; nothing is lost when it fails. */
const send = async (hall: Hall): Promise<void> => {
  if (hall.busy) return;
  hall.busy = true;
  try {
    while (await ask(hall)) await show(hall);
  } catch {
    hall.reach = "away";
  }
  hall.busy = false;
  await show(hall);
};

const layDown = async (hall: Hall, field: HTMLTextAreaElement): Promise<void> => {
  const { hall: name = "", phase = "", table } = hall.root.dataset;
  const text = field.value.trim();
  field.value = "";
  field.focus();
  const card = { key: crypto.randomUUID(), hall: name, phase, table: table ?? null, text, at: Date.now() };
  try {
    await hall.queue.put(card);
  } catch {
    // A phone that keeps nothing must not lose the words either.
    field.value = text;
    return;
  }
  await show(hall);
  await send(hall);
};

const onSubmit = (hall: Hall, event: SubmitEvent): void => {
  const form = event.target;
  const field = textOf(hall);
  if (!(form instanceof HTMLFormElement) || !field || !form.contains(field)) return;
  // What is not filled in well comes back from the house with its sentence.
  if (!field.value.trim() || field.value.trim().length > 500) return;
  event.preventDefault();
  event.stopPropagation();
  void layDown(hall, field);
};

const onClick = async (hall: Hall, target: EventTarget | null): Promise<void> => {
  if (!(target instanceof HTMLElement)) return;
  const { again, discard } = target.dataset;
  if (discard) await hall.queue.remove([discard]);
  const card = again && (await hall.queue.list()).find(({ key }) => key === again);
  if (card) {
    const { because: _, ...rest } = card;
    await hall.queue.put({ ...rest, phase: hall.root.dataset["phase"] ?? "", at: Date.now() });
  }
  if (discard || card) {
    await show(hall);
    await send(hall);
  }
};

const start = async (root: HTMLElement): Promise<void> => {
  const queue = await openQueue(root.dataset["hall"] ?? "");
  const hall: Hall = { root, words: wordsOf(root), queue, reach: "fine", busy: false };
  // Before the script of all forms, which would keep people from sending without a network.
  document.addEventListener("submit", (event) => onSubmit(hall, event), { capture: true });
  root.addEventListener("click", ({ target }) => void onClick(hall, target));
  addEventListener("online", () => void send(hall));
  addEventListener("offline", () => {
    hall.reach = "away";
    void show(hall);
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void send(hall);
  });
  setInterval(() => {
    if (!document.hidden) void send(hall);
  }, pause);
  keepHall();
  root.setAttribute("data-ready", "");
  await send(hall);
};

// The page of the hall works without this file; with it, it works without a network as well.
const root = document.querySelector<HTMLElement>("[data-hall]");
if (root && "indexedDB" in window) start(root).catch(() => undefined);
