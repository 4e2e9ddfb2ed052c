/** Points on a ballot sheet: says how many are given. The sheet itself counts without this. */
const sumUp = (place: HTMLElement): void => {
  const line = place.querySelector<HTMLElement>("[data-sum]");
  const most = Number(place.dataset["most"]);
  const words = place.dataset["words"] ?? "";
  if (!line) return;
  const fields = [...place.querySelectorAll<HTMLInputElement>("input")];
  const draw = (): void => {
    const given = fields.reduce((sum, { value }) => sum + (Number.parseInt(value, 10) || 0), 0);
    line.hidden = false;
    line.textContent = words.replace("#", String(given));
    line.classList.toggle("al-field__error", given > most);
  };
  place.addEventListener("input", draw);
  draw();
};

/** Boxes to tick: when as many are ticked as one may, the others wait until one is taken back. */
const limit = (place: HTMLElement): void => {
  const most = Number(place.dataset["most"]);
  if (!(most > 0)) return;
  const boxes = [...place.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const draw = (): void => {
    const isFull = boxes.filter(({ checked }) => checked).length >= most;
    for (const box of boxes) box.disabled = isFull && !box.checked;
  };
  place.addEventListener("change", draw);
  // A sheet with too many comes back as it was sent, and everything can be taken back.
  draw();
};

for (const place of document.querySelectorAll<HTMLElement>("[data-polling=points]")) sumUp(place);
for (const place of document.querySelectorAll<HTMLElement>("[data-polling=marks]")) limit(place);
