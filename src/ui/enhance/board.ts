const kind = "application/x-signup";

const placeAt = (event: DragEvent): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>("[data-need]") : null;

/** The place that is under the hand says so; all others do not. */
const mark = (board: Element, place: Element | null): void => {
  for (const one of board.querySelectorAll("[data-over]")) one.toggleAttribute("data-over", one === place);
  place?.toggleAttribute("data-over", true);
};

/** Dropping a name on another place sends the same form as the page of that person, where it works without a mouse. */
const start = (board: HTMLElement, form: HTMLFormElement): void => {
  if (matchMedia("(hover: hover)").matches)
    board.querySelector("[data-drag-hint]")?.removeAttribute("hidden");
  board.addEventListener("dragstart", (event) => {
    const name = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-signup]") : null;
    if (!name || !event.dataTransfer) return;
    event.dataTransfer.setData(kind, name.dataset["signup"] ?? "");
    event.dataTransfer.effectAllowed = "move";
  });
  board.addEventListener("dragover", (event) => {
    const place = placeAt(event);
    if (!event.dataTransfer?.types.includes(kind)) return;
    if (place) event.preventDefault();
    mark(board, place);
  });
  board.addEventListener("dragend", () => mark(board, null));
  board.addEventListener("drop", (event) => {
    const place = placeAt(event);
    const action = event.dataTransfer?.getData(kind);
    const field = form.elements.namedItem("bedarf");
    if (!place || !action || !(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    form.action = action;
    field.value = place.dataset["need"] ?? "";
    form.requestSubmit();
  });
};

const board = document.querySelector<HTMLElement>("[data-board]");
const form = document.querySelector<HTMLFormElement>("[data-board-move]");
if (board && form) start(board, form);
