// Counts a published ballot again on the reader's own device: by the same methods as the house, from the same file.
import type { BallotFile } from "#methods/ballot.ts";
import { readBallotFile, type SealedFile } from "#methods/ballot-file.ts";
import { readReceipt } from "#methods/ballot-receipt.ts";
import { checkSeal } from "#methods/ballot-seal.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";

type Told = { readonly tally: unknown; readonly seal: string };

const root = document.querySelector<HTMLElement>("[data-recount]");
const words = JSON.parse(root?.dataset["words"] ?? "{}") as Record<string, string>;
const list = root?.querySelector<HTMLElement>("[data-steps]");

const fill = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (words[key] ?? "").replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ""));

const put = (text: string, kind: "yes" | "no" | "plain" = "plain"): void => {
  const row = document.createElement("li");
  if (kind !== "plain") {
    const strong = document.createElement("b");
    strong.textContent = `${words[kind] ?? ""} `;
    row.append(strong);
  }
  row.append(text);
  list?.append(row);
};

const show = (selector: string): void => {
  const place = root?.querySelector<HTMLElement>(selector);
  if (place) place.hidden = false;
};

/** Lets the browser draw what was said before the next piece of work. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** The same text for the same value, in whatever order its keys stand. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  return `{${Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(",")}}`;
};

const load = async (address: string | undefined): Promise<string> => {
  const reply = await fetch(address ?? "");
  if (!reply.ok) throw new Error(String(reply.status));
  return reply.text();
};

const titles = (file: BallotFile, ids: readonly string[]): string =>
  ids.map((id) => file.options.find((option) => option.id === id)?.title ?? id).join(", ");

const tellWinners = (file: BallotFile, tally: ReturnType<typeof tallyBallot>): void => {
  if (tally.kind === "majority") return;
  const names = titles(file, tally.winners);
  put(names === "" ? fill("nobody") : fill("winners", { names }));
};

/** One field to look for one's own receipt among the sheets that lie here now. */
const offerReceipt = ({ sheets, options }: BallotFile): void => {
  const form = root?.querySelector<HTMLFormElement>("[data-own]");
  const answer = form?.querySelector<HTMLElement>("[data-own-answer]");
  if (!form || !answer) return;
  show("[data-own-place]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = String(new FormData(form).get("quittung") ?? "");
    const receipt = readReceipt(typed);
    const sheet = sheets.find((one) => one.receipt === receipt);
    const marks = Object.entries(sheet?.marks ?? {}).map(([id, mark]) => {
      const title = options.find((option) => option.id === id)?.title ?? id;
      return mark === 1 ? title : `${title} (${mark})`;
    });
    answer.textContent = sheet
      ? fill("own", { receipt: sheet.receipt, marks: marks.join(", ") || fill("empty") })
      : fill("ownNone");
  });
};

const count = async ({ file, seal }: SealedFile, told: Told): Promise<void> => {
  put(fill("loaded", { n: file.sheets.length }));
  await breath();
  const checked = checkSeal(file, seal);
  const isSealed = checked.ok && seal.seal === told.seal;
  put(fill(isSealed ? "sealed" : "broken"), isSealed ? "yes" : "no");
  await breath();
  const started = performance.now();
  const tally = tallyBallot(file);
  const took = Math.max(1, Math.round(performance.now() - started));
  tellWinners(file, tally);
  const isSame = canonical(tally) === canonical(told.tally);
  put(fill(isSame ? "same" : "differs", { ms: took }), isSame ? "yes" : "no");
  if (root) root.dataset["done"] = isSealed && isSame ? "same" : "differs";
  offerReceipt(file);
};

const begin = async (button: HTMLButtonElement): Promise<void> => {
  button.disabled = true;
  list?.replaceChildren();
  try {
    const [text, told] = await Promise.all([load(root?.dataset["file"]), load(root?.dataset["result"])]);
    const read = readBallotFile(text);
    if (read.ok) await count(read.value, JSON.parse(told) as Told);
    else put(fill("unreadable", { at: read.problem.at }), "no");
  } catch {
    put(fill("away"), "no");
  }
  button.disabled = false;
};

const button = root?.querySelector<HTMLButtonElement>("[data-begin]");
if (button) {
  root?.querySelector("[data-needs]")?.remove();
  show("[data-place]");
  button.addEventListener("click", () => void begin(button));
}
