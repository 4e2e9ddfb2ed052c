/** How far a finger or mouse moves before it is a drag and no click. */
const slack = 6;

type Drag = { readonly card: HTMLElement; readonly x: number; readonly y: number; moving: boolean };

const columnAt = (x: number, y: number): HTMLElement | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-cluster]") ?? null;

const mark = (wall: Element, column: Element | null): void => {
  for (const one of wall.querySelectorAll("[data-over]")) one.toggleAttribute("data-over", one === column);
  column?.toggleAttribute("data-over", true);
};

/** Takes wall and news from the page that the server drew after the move: what others moved is shown with it. */
const renew = (html: string): boolean => {
  const drawn = new DOMParser().parseFromString(html, "text/html");
  for (const part of ["[data-heard]", "[data-pinboard] .al-pinwall"]) {
    const [old, fresh] = [document.querySelector(part), drawn.querySelector(part)];
    if (!old || !fresh) return false;
    old.replaceWith(fresh);
  }
  return true;
};

const send = async (form: HTMLFormElement, card: string, cluster: string): Promise<void> => {
  const body = new URLSearchParams({ aktion: "legen", karte: card, nach: cluster });
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (!renew(await answer.text())) location.reload();
  } catch {
    location.reload();
  }
};

const drop = (form: HTMLFormElement, { card }: Drag, column: HTMLElement | null): void => {
  const [value, cluster] = [card.dataset["pin"], column?.dataset["cluster"]];
  if (!value || !cluster || column === card.closest("[data-cluster]")) return;
  column?.querySelector("ul")?.append(card);
  void send(form, value, cluster);
};

/** Dragging a card by its number sends the same as choosing it and its theme, which works without a mouse. */
const start = (form: HTMLFormElement): void => {
  let drag: Drag | undefined;
  const end = (): void => {
    drag?.card.removeAttribute("data-moving");
    drag?.card.style.removeProperty("translate");
    mark(form, null);
    drag = undefined;
  };
  form.querySelector("[data-drag-hint]")?.removeAttribute("hidden");
  form.addEventListener("pointerdown", (event) => {
    const handle = event.target instanceof Element ? event.target.closest("[data-handle]") : null;
    const card = handle?.closest<HTMLElement>("[data-pin]");
    if (!card || event.button !== 0) return;
    drag = { card, x: event.clientX, y: event.clientY, moving: false };
    form.setPointerCapture(event.pointerId);
  });
  form.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moving && Math.hypot(dx, dy) < slack) return;
    drag.moving = true;
    drag.card.toggleAttribute("data-moving", true);
    drag.card.style.setProperty("translate", `${dx}px ${dy}px`);
    mark(form, columnAt(event.clientX, event.clientY));
  });
  form.addEventListener("pointerup", (event) => {
    const moved = drag;
    const column = columnAt(event.clientX, event.clientY);
    end();
    if (moved?.moving) drop(form, moved, column);
    else if (moved) moved.card.querySelector("input")?.click();
  });
  form.addEventListener("pointercancel", end);
};

const wall = document.querySelector<HTMLFormElement>("[data-pinboard]");
if (wall) start(wall);
