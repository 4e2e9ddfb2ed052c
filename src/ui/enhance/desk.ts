const storageKey = "anlaufstelle.keys";

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-row]")];
const linkOf = (row: Element | undefined): HTMLElement | null | undefined =>
  row?.querySelector<HTMLElement>("a[href]");

const isOff = (): boolean => {
  try {
    return localStorage.getItem(storageKey) === "off";
  } catch {
    return false;
  }
};

const setOff = (off: boolean): void => {
  try {
    if (off) localStorage.setItem(storageKey, "off");
    else localStorage.removeItem(storageKey);
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
};

/** The row in hand: the focused one, else the one whose file is open. */
const currentRow = (): HTMLElement | undefined =>
  rows().find((row) => row.contains(document.activeElement)) ??
  rows().find((row) => row.ariaCurrent === "true");

const move = (step: 1 | -1): void => {
  const all = rows();
  const at = currentRow();
  const next = at ? all.indexOf(at) + step : step === 1 ? 0 : all.length - 1;
  linkOf(all[Math.min(all.length - 1, Math.max(0, next))])?.focus();
};

const press = (key: string): boolean => {
  const row = currentRow();
  const places = [row, row && row.ariaCurrent !== "true" ? null : document.querySelector(".al-file")];
  for (const place of places) {
    const control = place?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
    if (!control) continue;
    control.click();
    return true;
  }
  return false;
};

const open = (): boolean => {
  const onControl = document.activeElement?.matches("a, button, summary, [tabindex]:not(main)") ?? false;
  const link = onControl ? undefined : linkOf(currentRow());
  link?.click();
  return link !== undefined && link !== null;
};

const act = (key: string): boolean => {
  if (key === "j" || key === "k") move(key === "j" ? 1 : -1);
  else if (key === "enter") return open();
  else if (key === "/") document.querySelector<HTMLElement>("search input")?.focus();
  else if (key === "?") document.querySelector<HTMLElement>("[data-keys-switch]")?.click();
  else return ["e", "v", "z"].includes(key) && press(key.toUpperCase());
  return true;
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

const onKey = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isWriting(event.target) || isOff()) return;
  if (act(event.key.toLowerCase())) event.preventDefault();
};

/** Short keys for the worklist: only outside of fields, and they can be switched off (WCAG 2.1.4). */
export const startDesk = (): void => {
  const list = document.querySelector<HTMLElement>("[data-keys]");
  const button = list?.querySelector<HTMLElement>("[data-keys-switch]");
  if (!list || !button) return;
  const show = (): void => {
    button.setAttribute("aria-pressed", String(!isOff()));
    list.toggleAttribute("data-off", isOff());
  };
  list.hidden = false;
  show();
  button.addEventListener("click", () => {
    setOff(!isOff());
    show();
  });
  document.addEventListener("keydown", onKey);
};
