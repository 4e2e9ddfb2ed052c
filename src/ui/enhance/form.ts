type Kept = {
  readonly path: string;
  readonly action: string;
  readonly values: readonly (readonly [string, string])[];
};

const storageKey = "anlaufstelle.form";
const writers = "input:not([type=hidden],[type=password],[type=file]),textarea,select";

const postForms = (): HTMLFormElement[] => [
  ...document.querySelectorAll<HTMLFormElement>("form.al-form[method=post]"),
];

const keep = (form: HTMLFormElement): void => {
  const known = new Set([...form.querySelectorAll<HTMLInputElement>(writers)].map(({ name }) => name));
  const values = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && known.has(name) ? [[name, value] as const] : [],
  );
  const kept: Kept = { path: location.pathname, action: form.action, values };
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Storage may be forbidden or full; then the browser's own memory has to do.
  }
};

const takeKept = (): Kept | undefined => {
  try {
    const text = sessionStorage.getItem(storageKey);
    sessionStorage.removeItem(storageKey);
    return text ? (JSON.parse(text) as Kept) : undefined;
  } catch {
    return undefined;
  }
};

const say = (form: HTMLFormElement, sentence: string | undefined): void => {
  if (!sentence) return;
  const line =
    form.querySelector(".al-kept") ?? form.insertBefore(document.createElement("p"), form.firstChild);
  line.className = "al-kept";
  line.setAttribute("role", "status");
  // Screen readers announce only what changes after the region is there.
  setTimeout(() => {
    line.textContent = sentence;
  }, 50);
};

const isBox = ({ type }: HTMLInputElement): boolean => type === "checkbox" || type === "radio";

const refill = (form: HTMLFormElement, { values }: Kept): void => {
  const waiting = new Map<string, string[]>();
  for (const [name, value] of values) waiting.set(name, [...(waiting.get(name) ?? []), value]);
  for (const field of form.querySelectorAll<HTMLInputElement>(writers)) {
    const typed = waiting.get(field.name);
    if (isBox(field)) field.checked = typed?.includes(field.value) ?? false;
    else if (typed) field.value = typed[0] ?? "";
  }
  say(form, form.dataset["kept"]);
};

const cameBack = (): boolean => {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming && navigation.type === "back_forward";
};

/** Coming back after a lost connection: what was typed is put in again. Any other arrival means it was received. */
const restore = (): void => {
  const kept = takeKept();
  if (!kept || !cameBack() || kept.path !== location.pathname) return;
  const form = postForms().find(({ action }) => action === kept.action);
  if (form) refill(form, kept);
};

const sent = new WeakSet<HTMLFormElement>();
const changed = new Set<HTMLFormElement>();

const release = (form: HTMLFormElement): void => {
  sent.delete(form);
  for (const button of form.querySelectorAll("[aria-busy=true]")) button.removeAttribute("aria-busy");
};

const onSubmit = (event: SubmitEvent): void => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  if (form.method === "post" && !navigator.onLine) {
    event.preventDefault();
    say(form, form.dataset["offline"]);
    return;
  }
  if (form.matches(".al-form[method=post]")) keep(form);
  changed.delete(form);
  if (form.method === "post") {
    sent.add(form);
    event.submitter?.setAttribute("aria-busy", "true");
    // An answer that is a file leaves the page as it is; then the form must open again.
    setTimeout(() => release(form), 10_000);
  }
};

const onShow = (event: PageTransitionEvent): void => {
  if (!event.persisted) return;
  for (const form of document.forms) release(form);
};

/** No double sending, no lost words, and the first error in view. */
export const startForms = (): void => {
  document.addEventListener("submit", onSubmit);
  document.addEventListener("input", ({ target }) => {
    const form =
      target instanceof Element ? target.closest<HTMLFormElement>("form.al-form[method=post]") : null;
    if (form) changed.add(form);
  });
  document.addEventListener("reset", ({ target }) => {
    if (target instanceof HTMLFormElement) changed.delete(target);
  });
  addEventListener("pageshow", onShow);
  addEventListener("beforeunload", (event) => {
    if (changed.size > 0) event.preventDefault();
  });
  restore();
  document.querySelector<HTMLElement>(".al-errors")?.focus();
};
