// The board of a hall or of a meeting: asks once a second what is new, and keeps its last picture when the network drops.
type State = { readonly html: string; readonly until: string | null };

const root = document.querySelector<HTMLElement>("[data-wall]");
const scene = root?.querySelector<HTMLElement>("[data-scene]");
const words = JSON.parse(root?.dataset["words"] ?? "{}") as Record<string, string>;
const pause = Number(root?.dataset["pause"]) || 1_000;
const newFor = 4_000;

let until: string | null = root?.dataset["until"] || null;
let last = "";
let tag = "";
let lastHeard = Date.now();

const tell = (selector: string, text: string): void => {
  const place = root?.querySelector(selector);
  if (place && place.textContent !== text) place.textContent = text;
};

const showLeft = (): void => {
  const minutes = until === null ? 0 : Math.ceil((Date.parse(until) - Date.now()) / 60_000);
  const sentence = minutes <= 0 ? "" : ((minutes === 1 ? words["leftOne"] : words["left"]) ?? "");
  tell("[data-left]", sentence.replace("{n}", String(minutes)));
};

const draw = (place: HTMLElement, html: string): void => {
  if (html === last) return;
  const before = new Set(
    [...place.querySelectorAll<HTMLElement>("[data-card]")].map((row) => row.dataset["card"]),
  );
  const isFirst = last === "";
  last = html;
  place.innerHTML = html;
  if (isFirst) return;
  for (const row of place.querySelectorAll<HTMLElement>("[data-card]")) {
    if (before.has(row.dataset["card"])) continue;
    row.setAttribute("data-new", "");
    setTimeout(() => row.removeAttribute("data-new"), newFor);
  }
};

const ask = async (place: HTMLElement, address: string): Promise<void> => {
  try {
    const headers: Record<string, string> = tag === "" ? {} : { "if-none-match": tag };
    const reply = await fetch(address, { headers, signal: AbortSignal.timeout(8_000) });
    // 304: what hangs there is still right.
    if (reply.status !== 304) {
      if (!reply.ok) throw new Error(String(reply.status));
      const state = (await reply.json()) as State;
      tag = reply.headers.get("etag") ?? "";
      until = state.until;
      draw(place, state.html);
    }
    lastHeard = Date.now();
    tell("[data-line]", "");
  } catch {
    // One lost question is nothing; the hall is told when the picture is old.
    if (Date.now() - lastHeard > 4_000) tell("[data-line]", words["away"] ?? "");
  }
  showLeft();
  setTimeout(() => void ask(place, address), pause);
};

if (root && scene) void ask(scene, root.dataset["state"] ?? "");
